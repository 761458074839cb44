package downbeat.cluster.journal;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.persistence.jdbc.db.SlickDatabase;
import akka.persistence.jdbc.db.SlickExtension;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import scala.concurrent.ExecutionContext;

/** One of the two pools of connections and threads that the journal plugin opens for itself. */
public final class SlickPool {

    private static final int PATIENCE_SECONDS = 1;

    private final SlickDatabase pool;
    private final int threads;

    private SlickPool(ActorSystem<?> system, String plugin) {
        var config = system.settings().config();
        this.pool = Adapter.toClassic(system)
                .registerExtension(SlickExtension.lookup())
                .database(config.getConfig(plugin));
        this.threads = config.getInt("akka-persistence-jdbc.shared-databases."
                + config.getString(plugin + ".use-shared-db") + ".db.numThreads");
    }

    /** Through which commits are written; no other pool can stand for it. */
    public static SlickPool writing(ActorSystem<?> system) {
        return new SlickPool(system, "jdbc-journal");
    }

    /** Through which views and reactions read. */
    public static SlickPool reading(ActorSystem<?> system) {
        return new SlickPool(system, "jdbc-read-journal");
    }

    /** Whether a connection can be had and its database answers. Blocks. */
    public boolean answers() {
        try (var session = pool.database().createSession()) {
            return session.conn().isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Starts the pool's threads; to be called before its first use. Slick 3.4 counts the connections in use where tasks
     * leave its queue, but a task for which a thread is started passes the queue by. When all connections are in use
     * just then, the thread dies of "count cannot be increased" and the write or query it was started for is never
     * answered (slick/slick pull request 2619). With all threads there, every task goes through the queue.
     */
    public void startThreads() {
        ExecutionContext executor = pool.database().executor().executionContext();
        CountDownLatch all = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            executor.execute(all::countDown);
        }
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while threads start", e);
        }
    }
}
