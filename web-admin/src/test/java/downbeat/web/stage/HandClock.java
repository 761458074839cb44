package downbeat.web.stage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of now, set ahead by hand: unlike a clock that stands, it goes on meanwhile, as nodes need it. */
public final class HandClock extends Clock {
    private final InstantSource now = InstantSource.system();
    private volatile Duration ahead = Duration.ZERO;

    public synchronized void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return now.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
