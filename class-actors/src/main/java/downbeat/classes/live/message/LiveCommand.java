package downbeat.classes.live.message;

import downbeat.classes.live.adapt.Bounds;
import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.bio.Shares;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Tone;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be asked of a running class. A {@code cueId} makes a command safe to repeat. */
public sealed interface LiveCommand {

    /** The same, safe to repeat: it makes a cue of this id, unless it has an id or makes none. */
    default LiveCommand named(String cueId) {
        return switch (this) {
            case Start(var id) when id == null -> new Start(cueId);
            case Pause(var id) when id == null -> new Pause(cueId);
            case Resume(var id) when id == null -> new Resume(cueId);
            case Skip(var to, var id) when id == null -> new Skip(to, cueId);
            case Shift(var by, var id) when id == null -> new Shift(by, cueId);
            case Check(var startAfter, var id) when id == null -> new Check(startAfter, cueId);
            case OpenBurst(var length, var metric, var id) when id == null -> new OpenBurst(length, metric, cueId);
            case Adapt(var bounds, var id) when id == null -> new Adapt(bounds, cueId);
            case Close(var id) when id == null -> new Close(cueId);
            default -> this;
        };
    }

    /** Doors open: the class gets its epoch and its clock. Harmless when open already. */
    record Open(String epoch, CuePlan plan) implements LiveCommand {}

    record Start(@Nullable String cueId) implements LiveCommand {}

    record Pause(@Nullable String cueId) implements LiveCommand {}

    record Resume(@Nullable String cueId) implements LiveCommand {}

    /** @param to index of a segment; null for the next one */
    record Skip(@Nullable Integer to, @Nullable String cueId) implements LiveCommand {}

    /** @param by later when positive, sooner when negative; at most ten minutes */
    record Shift(Duration by, @Nullable String cueId) implements LiveCommand {}

    /** The trainer's tap. */
    record Tap(String cueId, CueVerb verb, String text, Tone tone, Duration show) implements LiveCommand {}

    record Ask(String cueId, String question, AnswerKind answer) implements LiveCommand {}

    /** @param ask names the ask to end */
    record EndAsk(String ask) implements LiveCommand {}

    record Lower(ParticipantId member) implements LiveCommand {}

    /**
     * Opens the live check, in the lobby.
     *
     * @param startAfter whether the plan runs when it is over
     */
    record Check(boolean startAfter, @Nullable String cueId) implements LiveCommand {}

    /** Cuts the live check short. */
    record EndCheck() implements LiveCommand {}

    /** @param length 10 to 20 seconds */
    record OpenBurst(
            Duration length, Metric metric, @Nullable String cueId) implements LiveCommand {}

    record EndBurst() implements LiveCommand {}

    /** @param on whether hard segments of the plan open a burst by themselves */
    record PlanBursts(boolean on) implements LiveCommand {}

    record Adapt(Bounds bounds, @Nullable String cueId) implements LiveCommand {}

    record Close(@Nullable String cueId) implements LiveCommand {}

    /** The class is cancelled, or the time after its close is over: everybody is sent home. */
    record End() implements LiveCommand {}

    record Hand(boolean up) implements LiveCommand {}

    /** @param value repetitions; null for a plain yes */
    record Confirm(String ask, @Nullable Integer value) implements LiveCommand {}

    /** What of a member the others may see from now on. */
    record Share(Shares shares) implements LiveCommand {}

    /** @param on whether cues may be adapted to the member */
    record AdaptMe(boolean on) implements LiveCommand {}
}
