package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassRefusal.*;
import downbeat.kernel.Decision;
import downbeat.kernel.TimeWindow;
import java.time.Instant;
import java.util.Optional;

/**
 * What may still change of a class: everything of a draft, less once places are sold, little in the lobby, and while it is
 * live only which class follows.
 */
final class Editing {
    private Editing() {}

    static Decision<LiveClassEvent, LiveClassReply> edit(Written state, LiveClassCommand.Edit command, Instant now) {
        var sheet = state.sheet();
        var details = command.details();
        var telling = new Telling(state, now);
        if (details.equals(sheet.details())) {
            return telling.done();
        }
        if (state instanceof LiveClass.Live
                && !sheet.details().equals(details.followedBy(sheet.details().nextClass()))) {
            return Decision.refuse(new WrongPhase("edit anything but the next class", Phase.LIVE));
        }
        var unclear = StartTime.problem(details);
        if (unclear.isPresent()) {
            return Decision.refuse(unclear.get());
        }
        var window = StartTime.window(details);
        var problem = problem(state, details, window, now);
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        telling.tell(new LiveClassEvent.ClassEdited(details, window, now));
        return telling.serveWaiting().done();
    }

    private static Optional<LiveClassRefusal> problem(
            Written state, ClassDetails details, TimeWindow window, Instant now) {
        if (state instanceof LiveClass.Draft) {
            return Optional.empty();
        }
        var sheet = state.sheet();
        for (var place : PlaceKind.values()) {
            int sold = sheet.places().sold(place);
            if (details.capacity(place) < sold) {
                return Optional.of(new CapacityBelowSold(place, sold));
            }
        }
        boolean moved = !window.equals(sheet.window());
        if (sheet.places().anySold() || !(state instanceof LiveClass.Scheduled)) {
            return fixed(sheet.details(), details, moved);
        }
        return moved && !window.start().isAfter(now) ? Optional.of(new StartInPast(window.start())) : Optional.empty();
    }

    private static Optional<LiveClassRefusal> fixed(ClassDetails before, ClassDetails after, boolean moved) {
        if (moved) {
            return Optional.of(
                    new FixedBySoldPlaces(before.length().equals(after.length()) ? "start" : "lengthMinutes"));
        }
        if (!before.price().equals(after.price())) {
            return Optional.of(new FixedBySoldPlaces("price"));
        }
        return before.trial() == after.trial() ? Optional.empty() : Optional.of(new FixedBySoldPlaces("trial"));
    }
}
