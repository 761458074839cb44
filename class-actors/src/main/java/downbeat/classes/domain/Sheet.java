package downbeat.classes.domain;

import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import downbeat.kernel.TimeWindow;
import java.util.Optional;

/**
 * What a class carries through its whole life.
 *
 * @param window when it takes place
 * @param version counts every fact
 * @param edition counts changes of what is said of the class, not of who comes
 */
public record Sheet(
        AccountId trainer,
        ClassDetails details,
        TimeWindow window,
        Optional<CuePlan> plan,
        Places places,
        long version,
        long edition) {

    static Sheet of(LiveClassEvent.ClassDrafted drafted) {
        return new Sheet(drafted.trainer(), drafted.details(), drafted.window(), Optional.empty(), Places.EMPTY, 1, 1);
    }

    int left(PlaceKind place) {
        return places.left(place, details);
    }

    Sheet described(ClassDetails details, TimeWindow window) {
        return new Sheet(trainer, details, window, plan, places, version, edition);
    }

    Sheet planned(CuePlan plan) {
        return new Sheet(trainer, details, window, Optional.of(plan), places, version, edition);
    }

    Sheet seated(Places places) {
        return new Sheet(trainer, details, window, plan, places, version, edition);
    }

    Sheet counted(boolean edited) {
        return new Sheet(trainer, details, window, plan, places, version + 1, edited ? edition + 1 : edition);
    }
}
