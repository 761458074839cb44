package downbeat.classes.live.connection;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.classes.live.adapt.Bounds;
import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.bio.Shares;
import downbeat.classes.live.course.Bursting;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.Role;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the commands of {@code cue.v1} that a class itself answers, from a socket or from HTTP. */
public final class CommandReader {
    private static final Set<String> OF_MEMBERS = Set.of("hand", "confirm", "share", "adaptMe");
    private static final Set<String> OF_TRAINERS = Set.of(
            "start",
            "pause",
            "resume",
            "skip",
            "shift",
            "cue",
            "ask",
            "endAsk",
            "lower",
            "close",
            "check",
            "endCheck",
            "burst",
            "endBurst",
            "bursts",
            "adapt");
    private static final Set<CueVerb> TAPPED = EnumSet.of(CueVerb.SAY, CueVerb.TONE, CueVerb.SHOW);
    private static final int LONGEST_TEXT = 280;
    private static final int MOST_REPS = 10_000;
    private static final int MOST_SEGMENTS = 2_000;
    private static final double FARTHEST_SHIFT_MS = 600_000;
    private static final double LONGEST_SHOW_MS = 60_000;
    private static final Duration SHOW = Duration.ofSeconds(4);

    private CommandReader() {}

    /**
     * @param verb the key of the command
     * @param body its value; null counts as absent
     */
    public static Outcome<LiveCommand> read(String verb, @Nullable JsonNode body) {
        try {
            return Outcome.accepted(parse(verb, body));
        } catch (BadCommandException bad) {
            return Outcome.refused(bad.command());
        }
    }

    /** Whether somebody in this role may say the verb. Verbs nobody knows are left to {@link #read}. */
    public static boolean allowed(Role role, String verb) {
        return switch (role) {
            case TRAINER -> true;
            case MEMBER -> !OF_TRAINERS.contains(verb);
            case SCREEN -> !OF_TRAINERS.contains(verb) && !OF_MEMBERS.contains(verb);
        };
    }

    /** Whether only a trainer may say the verb. */
    static boolean isForTrainersOnly(String verb) {
        return OF_TRAINERS.contains(verb);
    }

    static LiveCommand parse(String verb, @Nullable JsonNode body) throws BadCommandException {
        if (!OF_MEMBERS.contains(verb) && !OF_TRAINERS.contains(verb)) {
            throw BadCommand.of("unknown-verb", "no command is called " + Fields.shortened(verb));
        }
        var fields = Fields.of(verb, body);
        var command = command(verb, fields);
        fields.done();
        return command;
    }

    private static LiveCommand command(String verb, Fields fields) throws BadCommandException {
        return switch (verb) {
            case "hand" -> new LiveCommand.Hand(fields.bool("up"));
            case "confirm" -> new LiveCommand.Confirm(fields.cueId("cueId"), optional(fields, "value", MOST_REPS));
            case "share" -> new LiveCommand.Share(shares(fields));
            case "adaptMe" -> new LiveCommand.AdaptMe(fields.bool("on"));
            case "start" -> new LiveCommand.Start(fields.cueIdIfAny("cueId"));
            case "pause" -> new LiveCommand.Pause(fields.cueIdIfAny("cueId"));
            case "resume" -> new LiveCommand.Resume(fields.cueIdIfAny("cueId"));
            case "skip" -> new LiveCommand.Skip(optional(fields, "to", MOST_SEGMENTS), fields.cueIdIfAny("cueId"));
            case "shift" ->
                new LiveCommand.Shift(
                        millis(fields.number("byMs", -FARTHEST_SHIFT_MS, FARTHEST_SHIFT_MS)),
                        fields.cueIdIfAny("cueId"));
            case "cue" -> tap(fields);
            case "ask" ->
                new LiveCommand.Ask(
                        fields.cueId("cueId"),
                        fields.text("question", 1, LONGEST_TEXT),
                        fields.word("answer", AnswerKind.class, EnumSet.of(AnswerKind.READY, AnswerKind.REPS)));
            case "endAsk" -> new LiveCommand.EndAsk(fields.cueId("cueId"));
            case "lower" -> new LiveCommand.Lower(new ParticipantId(fields.plain("member")));
            case "close" -> new LiveCommand.Close(fields.cueIdIfAny("cueId"));
            case "check" ->
                new LiveCommand.Check(
                        !fields.has("startAfter") || fields.bool("startAfter"), fields.cueIdIfAny("cueId"));
            case "endCheck" -> new LiveCommand.EndCheck();
            case "burst" -> burst(fields);
            case "endBurst" -> new LiveCommand.EndBurst();
            case "bursts" -> new LiveCommand.PlanBursts(fields.bool("planned"));
            case "adapt" ->
                new LiveCommand.Adapt(
                        new Bounds(
                                fields.bool("on"),
                                (int) fields.integer("cadencePct", 0, Bounds.MOST_CADENCE_PCT),
                                within(fields, "leadMs", Duration.ZERO, Bounds.MOST_LEAD)),
                        fields.cueIdIfAny("cueId"));
            default -> throw new IllegalStateException(verb);
        };
    }

    /** A TONE needs its tone and may do without text; the others need text and may do without a tone. */
    private static LiveCommand tap(Fields fields) throws BadCommandException {
        var cueId = fields.cueId("cueId");
        var verb = fields.word("verb", CueVerb.class, TAPPED);
        var silent = verb == CueVerb.TONE;
        var text = silent && !fields.has("text") ? "" : fields.text("text", silent ? 0 : 1, LONGEST_TEXT);
        var tones = silent ? EnumSet.complementOf(EnumSet.of(Tone.NONE)) : EnumSet.allOf(Tone.class);
        var tone = silent || fields.has("tone") ? fields.word("tone", Tone.class, tones) : Tone.NONE;
        var show = fields.has("showMs") ? millis(fields.number("showMs", 0, LONGEST_SHOW_MS)) : SHOW;
        return new LiveCommand.Tap(cueId, verb, text, tone, show);
    }

    private static LiveCommand burst(Fields fields) throws BadCommandException {
        var length =
                fields.has("forMs") ? within(fields, "forMs", Bursting.SHORTEST, Bursting.LONGEST) : Bursting.USUAL;
        var metric =
                fields.has("metric") ? fields.word("metric", Metric.class, EnumSet.allOf(Metric.class)) : Metric.HR;
        return new LiveCommand.OpenBurst(length, metric, fields.cueIdIfAny("cueId"));
    }

    private static Shares shares(Fields fields) throws BadCommandException {
        return new Shares(yes(fields, "hr"), yes(fields, "cadence"), yes(fields, "power"), yes(fields, "reps"));
    }

    private static boolean yes(Fields fields, String name) throws BadCommandException {
        return fields.has(name) && fields.bool(name);
    }

    private static @Nullable Integer optional(Fields fields, String name, int max) throws BadCommandException {
        return fields.has(name) ? (Integer) (int) fields.integer(name, 0, max) : null;
    }

    private static Duration within(Fields fields, String name, Duration least, Duration most)
            throws BadCommandException {
        return millis(fields.number(name, (double) least.toMillis(), (double) most.toMillis()));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
