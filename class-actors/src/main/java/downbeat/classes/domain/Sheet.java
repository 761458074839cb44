package downbeat.classes.domain;

import downbeat.classes.domain.room.Rooms;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.AccountId;
import downbeat.kernel.TimeWindow;
import java.util.Optional;

/**
 * What a class carries through its whole life.
 *
 * @param window when it takes place
 * @param rooms who of it is in a room
 * @param version counts every fact
 * @param edition counts changes of what is said of the class, not of who comes
 */
public record Sheet(
        AccountId trainer,
        ClassDetails details,
        TimeWindow window,
        Optional<CuePlan> plan,
        Places places,
        Rooms rooms,
        long version,
        long edition) {

    @SuppressWarnings("NullAway") // a sheet written before there were rooms has none
    public Sheet {
        rooms = rooms == null ? Rooms.NONE : rooms;
    }

    static Sheet of(LiveClassEvent.ClassDrafted drafted) {
        return new Sheet(
                drafted.trainer(),
                drafted.details(),
                drafted.window(),
                Optional.empty(),
                Places.EMPTY,
                Rooms.NONE,
                1,
                1);
    }

    int left(PlaceKind place) {
        return places.left(place, details);
    }

    Sheet described(ClassDetails details, TimeWindow window) {
        return new Sheet(trainer, details, window, plan, places, rooms, version, edition);
    }

    Sheet planned(CuePlan plan) {
        return new Sheet(trainer, details, window, Optional.of(plan), places, rooms, version, edition);
    }

    Sheet seated(Places places) {
        return new Sheet(trainer, details, window, plan, places, rooms, version, edition);
    }

    Sheet roomed(Rooms rooms) {
        return new Sheet(trainer, details, window, plan, places, rooms, version, edition);
    }

    Sheet counted(boolean edited) {
        return new Sheet(trainer, details, window, plan, places, rooms, version + 1, edited ? edition + 1 : edition);
    }
}
