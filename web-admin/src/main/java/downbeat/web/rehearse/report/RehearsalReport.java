package downbeat.web.rehearse.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The measured report of a rehearsal, as {@code --json} prints it. Times are milliseconds.
 *
 * @param members simulated members asked to join
 * @param joinSuccess share of them who were in, 0..1
 * @param firstCueMs from pressing join to the first cue executed, of members who came into a running class; null when they came before
 * @param firstCueOnceInMs the same from being in the class
 * @param outages what members did without a link
 * @param retention share of those who joined and read who were still there 1, 3 and 7 minutes into the class; null when the class was shorter
 * @param rungs how devices with a bad link were spared
 * @param links as the server reports them: joining, round trips, jitter, time on each rung; null where it does not
 * @param back what members said back, likewise
 * @param late executions that were not on time, by how
 * @param publishToReceiveMs from the intended time of a live cue to its frame coming off a member's wire, by one clock
 * @param publishToExecuteMs the same to its execution, with the simulated link delay and the lead of the cue
 * @param publishToSafeMs the same to the trainer being told that the cue is safe
 * @param findings what was wrong, at most {@value #SHOWN_FINDINGS} in words; empty is the proof
 */
public record RehearsalReport(
        int members,
        long joined,
        double joinSuccess,
        Percentiles joinMs,
        @Nullable Percentiles firstCueMs,
        @Nullable Percentiles firstCueOnceInMs,
        CueReport cue,
        Skew skewMs,
        long resumed,
        long recovered,
        Outages outages,
        Map<String, @Nullable Double> retention,
        Rungs rungs,
        @Nullable JsonNode links,
        @Nullable JsonNode back,
        Map<String, Long> late,
        Responses responses,
        Percentiles publishToReceiveMs,
        Percentiles publishToExecuteMs,
        Percentiles publishToSafeMs,
        Biofeedback bio,
        Extras extras,
        Server server,
        Checked checked,
        List<String> findings,
        Conditions conditions) {
    public static final int SHOWN_FINDINGS = 20;

    /**
     * Cues as the server itself counted and timed them; null where its report does not say.
     *
     * @param tapped live cues that the trainer sent
     * @param safe those acknowledged to the trainer
     * @param sent cues sent by the server
     * @param unacked pairs of cue and member never acknowledged, those of deaf members included
     */
    public record CueReport(
            long tapped,
            long safe,
            @Nullable JsonNode sent,
            @Nullable JsonNode unacked,
            @Nullable JsonNode upperBoundMs,
            @Nullable JsonNode estimateMs) {}

    /** Distance of planned cues from the median member, and between the first and the last member, by the true clock. */
    public record Skew(long count, double p50, double p95, double max, double spreadP95, double spreadMax) {}

    /**
     * Links that broke.
     *
     * @param backMs from the link being back to the device being in the class again
     * @param plannedDone of the planned cues that all members owe, the share executed that had come ahead of their time, 0..1
     * @param awaySkewMs distance from the median member of planned cues executed without a link
     */
    public record Outages(Percentiles backMs, double plannedDone, Percentiles awaySkewMs) {}

    /**
     * How devices were spared.
     *
     * @param fallbacks moves to a lower rung as the server counted them; null where its report does not say
     * @param bandwidthFell members whose bandwidth fell
     * @param keptToSound of them, those that were told to be on AUDIO_FIRST or lower
     * @param slowestMs how long that took at most, by the true clock; null without any
     */
    public record Rungs(
            @Nullable JsonNode fallbacks,
            long bandwidthFell,
            long keptToSound,
            @Nullable Double slowestMs) {}

    public record Responses(long asked, long answered, long hands) {}

    /**
     * Pushes of biofeedback during bursts.
     *
     * @param perMember received by each member who joined and reads, on average
     * @param ageMillis how old each was when it came off the wire, link delay included
     */
    public record Biofeedback(
            long received,
            double perMember,
            @JsonProperty("ageMs") Percentiles ageMillis) {}

    /**
     * What was played besides.
     *
     * @param adapted members who were told how cues are adapted to them; null when they were not to be
     * @param fetched members who fetched all of the file that the class brought along; null when there was none
     */
    public record Extras(@Nullable Long adapted, @Nullable Long fetched) {}

    /** @param cpuSeconds processor time used while the class ran; cpuCores the same per second */
    public record Server(
            @Nullable Double heapMb,
            @Nullable Double cpuSeconds,
            @Nullable Double cpuCores) {}

    /** @param findings how many of each kind */
    public record Checked(boolean holds, long promised, long devices, long deliveries, Map<String, Long> findings) {}

    public record Conditions(
            String date,
            String machine,
            int cores,
            String jdk,
            double load,
            long seconds,
            double cuesPerSecond,
            long droppers,
            long deaf,
            double clockErrorSeconds,
            @JsonProperty("jitterMs") String jitterMillis) {}
}
