package downbeat.classes.live.relay;

import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.message.Vitals;
import downbeat.classes.live.meter.CueMeters;
import downbeat.classes.live.meter.ResumeMeters;
import downbeat.classes.live.meter.Standing;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.RelayTally;
import downbeat.classes.live.report.Tally;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a relay's devices measured: summed up for the class's report, kept by member for its trainer, and counted for whoever
 * runs the node. Owned by one actor.
 */
final class Measurements {
    /** Names this life of the relay: what it sums up begins with it. */
    private final String run = UUID.randomUUID().toString();

    private final Standing standing;
    private final Tally tally = new Tally();
    private final Meters meters = new Meters();
    private final CueMeters cues;
    private final ResumeMeters resumes;

    Measurements(Surroundings around) {
        this.standing = around.standing();
        this.cues = new CueMeters(around.metrics());
        this.resumes = new ResumeMeters(around.metrics());
    }

    /** How cues reached a device. */
    void acked(Link link, AckBatch batch) {
        if (link.member()) {
            tally.add(batch);
            cues.take(batch);
            meters.take(link.joiner().member(), batch);
        }
    }

    /** What a device said of its link, if it did. */
    void said(Link link, Vitals vitals) {
        var stats = vitals.stats();
        if (link.member() && stats != null) {
            tally.said(stats);
            cues.said(stats);
        }
    }

    /** @param reading null when the device said nothing */
    void sensed(@Nullable Reading reading) {
        cues.sensed(reading);
    }

    /** @param whole whether the device that came back was told all it had missed */
    void resumed(boolean whole) {
        tally.resumed(whole);
        resumes.resumed(whole);
    }

    /** Counted once a second: how the relay stands. */
    void stands(int queued, Rungs rungs, Duration now) {
        standing.relay(run, queued, rungs.members(now));
    }

    /** All of it so far, for the sequencer. */
    RelayTally told(Links links, Rungs rungs, Duration now) {
        var book = rungs.book();
        var members = meters.told(links::devices, member -> rungs.shown(member, now), book);
        return tally.told(run, members, book.fallbacks(), book.millis());
    }
}
