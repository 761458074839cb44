package downbeat.cluster.entity;

import akka.actor.typed.ActorRef;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The moment in which those who were answered together ask again. Decided at once, the first of them would get a commit alone, and all
 * others would wait for it.
 */
final class Gathering {
    /** What is gained is half of the commits; what it may cost is less than one. */
    private static final Duration LONGEST = Duration.ofMillis(1);

    private final ActorRef<EntityMessage> front;
    private long commits;
    /** 0 when nobody is waited for. */
    private int expected;

    Gathering(ActorRef<EntityMessage> front) {
        this.front = front;
    }

    /**
     * After a commit. One alone is not waited for.
     *
     * @param answered together
     * @param waiting already
     * @param tookNanos the commit
     */
    void begin(int answered, int waiting, long tookNanos) {
        commits++;
        if (answered == 1 || waiting >= answered) {
            return;
        }
        expected = answered;
        long commit = commits;
        // Timers of Akka are coarser than this.
        CompletableFuture.delayedExecutor(
                        Math.min(tookNanos / 2, LONGEST.toNanos()), TimeUnit.NANOSECONDS, Runnable::run)
                .execute(() -> front.tell(new EntityMessage.Gathered(commit)));
    }

    boolean hasEnough(int waiting) {
        return waiting >= expected;
    }

    /** The moment has passed, if it is that of the last commit. */
    void passed(long commit) {
        if (commit == commits) {
            end();
        }
    }

    void end() {
        expected = 0;
    }
}
