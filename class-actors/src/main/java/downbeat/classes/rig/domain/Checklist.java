package downbeat.classes.rig.domain;

import downbeat.classes.rig.figures.PopTrip;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a trainer has done, and has still to do, before the first class: computed from what is on record, never ticked by hand. */
public final class Checklist {
    /** A check says nothing of a rig that has since been carried about for longer. */
    public static final Duration FRESH = Duration.ofDays(7);

    private Checklist() {}

    /** What is to be done, in this order. */
    public enum Step {
        POP,
        RIG,
        TEST,
        CLASS,
        POP_UP
    }

    /** How far it is. */
    public enum State {
        DONE,
        OPEN,
        /** Not done, and a class needs it not. */
        OPTIONAL
    }

    /**
     * One line.
     *
     * @param at when what is done was done, or is to happen
     */
    public record Line(Step step, State state, String sentence, Optional<Instant> at) {}

    /** A class, by its title and when it ended or is to start. */
    public record Happening(String title, Instant at) {}

    /**
     * What is on record.
     *
     * @param newest the rig's newest verdict: an older one that was better does not count
     * @param serving PoPs that take members now
     * @param held the last class that is over and in which somebody took part
     * @param next the next class that is announced
     * @param popUp the next pop-up that is the room of an announced class
     */
    public record Facts(
            Optional<RecordedVerdict> newest,
            Set<PopId> serving,
            Optional<Happening> held,
            Optional<Happening> next,
            Optional<Happening> popUp) {}

    public static List<Line> of(Facts facts, Instant now) {
        var fresh = facts.newest().filter(verdict -> !verdict.at().plus(FRESH).isBefore(now));
        return List.of(
                pop(fresh, facts.serving()),
                rig(facts.newest(), fresh),
                test(facts.held()),
                next(facts.next()),
                popUp(facts.popUp()));
    }

    private static Line pop(Optional<RecordedVerdict> fresh, Set<PopId> serving) {
        var nearest = fresh.flatMap(verdict -> verdict.figures().pops().stream()
                .filter(trip -> serving.contains(trip.pop()))
                .min(Comparator.comparingDouble(PopTrip::rttMs)));
        var near = nearest.filter(trip -> trip.rttMs() <= Limit.RTT.ready());
        if (near.isPresent()) {
            var trip = near.get();
            return done(
                    Step.POP,
                    "The PoP " + trip.pop().value() + " is " + Math.round(trip.rttMs()) + " ms away.",
                    fresh.map(RecordedVerdict::at));
        }
        return open(
                Step.POP,
                nearest.map(trip -> "The nearest PoP, " + trip.pop().value() + ", is " + Math.round(trip.rttMs())
                                + " ms away; " + Math.round(Limit.RTT.ready()) + " ms would be near.")
                        .orElse("No PoP was measured in the last 7 days."));
    }

    private static Line rig(Optional<RecordedVerdict> newest, Optional<RecordedVerdict> fresh) {
        if (fresh.isEmpty()) {
            return open(
                    Step.RIG,
                    newest.isEmpty()
                            ? "The rig was never checked."
                            : "The last check of the rig is older than 7 days.");
        }
        var verdict = fresh.get();
        return switch (verdict.judgement().verdict()) {
            case READY -> done(Step.RIG, "The rig is ready.", Optional.of(verdict.at()));
            case USABLE -> done(Step.RIG, "The rig is usable.", Optional.of(verdict.at()));
            case NOT_READY -> open(Step.RIG, "The last check found that the rig is not ready.");
        };
    }

    private static Line test(Optional<Happening> held) {
        return held.map(last -> done(
                        Step.TEST,
                        "“" + last.title() + "” was held from the first cue to the report.",
                        Optional.of(last.at())))
                .orElseGet(() -> open(
                        Step.TEST, "No class of yours has ended yet in which somebody took part; a rehearsal is one."));
    }

    private static Line next(Optional<Happening> next) {
        return next.map(coming -> done(Step.CLASS, "“" + coming.title() + "” is announced.", Optional.of(coming.at())))
                .orElseGet(() -> open(Step.CLASS, "No class of yours is announced."));
    }

    private static Line popUp(Optional<Happening> popUp) {
        return popUp.map(room -> done(
                        Step.POP_UP, "“" + room.title() + "” is the room of a class of yours.", Optional.of(room.at())))
                .orElseGet(() -> new Line(
                        Step.POP_UP,
                        State.OPTIONAL,
                        "No pop-up is the room of a class of yours; an organizer links one.",
                        Optional.empty()));
    }

    private static Line done(Step step, String sentence, Optional<Instant> at) {
        return new Line(step, State.DONE, sentence, at);
    }

    private static Line open(Step step, String sentence) {
        return new Line(step, State.OPEN, sentence, Optional.empty());
    }
}
