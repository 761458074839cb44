package downbeat.web.rehearse.device;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** One direction of a link: what goes in comes out later, in the same order. Two timers set for one instant may ring either way round. */
final class SlowPath {
    private final DelayLine delay;
    private final EventLoop loop;
    private final Deque<Runnable> underWay = new ArrayDeque<>();

    SlowPath(DelayLine delay, EventLoop loop) {
        this.delay = delay;
        this.loop = loop;
    }

    void pass(Runnable arrive) {
        long nanos = delay.next();
        if (nanos <= 0 && underWay.isEmpty()) {
            arrive.run();
            return;
        }
        underWay.addLast(arrive);
        var unused = loop.schedule(() -> underWay.removeFirst().run(), nanos, TimeUnit.NANOSECONDS);
    }
}
