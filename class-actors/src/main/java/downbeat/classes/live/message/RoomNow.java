package downbeat.classes.live.message;

import downbeat.kernel.ParticipantId;
import java.util.List;

/**
 * Who is in the rooms of a class now, by what their doors know.
 *
 * @param unnamed people in them of whom nobody knows who they are
 */
public record RoomNow(List<Person> people, int unnamed) {
    public RoomNow {
        people = List.copyOf(people);
    }

    /** @param name what the others see */
    public record Person(ParticipantId member, String name) {}
}
