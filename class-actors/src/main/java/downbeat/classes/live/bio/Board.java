package downbeat.classes.live.bio;

import downbeat.classes.live.clock.ClassTime;
import downbeat.kernel.ParticipantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the sensors of the members at one relay say, for a while. Owned by one actor. */
public final class Board {
    private final Map<ParticipantId, Signs> signs = new HashMap<>();

    /** A member of the relay, as the others know it. */
    public record Person(ParticipantId member, String name) {}

    /** Takes what a device of the member says; what it does not speak of grows old. */
    public void take(ParticipantId member, Reading reading, ClassTime at) {
        signs.merge(member, Signs.of(reading, at), Signs::merged);
    }

    /** What the member's sensors say as of now: for the member alone. */
    public Reading of(ParticipantId member, ClassTime now) {
        return signs.getOrDefault(member, Signs.NONE).fresh(now);
    }

    /** A row for everybody who shares, with nothing in it that is not shared. */
    public List<BioRow> rows(Collection<Person> people, Function<ParticipantId, Shares> shares) {
        return people.stream()
                .filter(person -> shares.apply(person.member()).any())
                .map(person -> new BioRow(
                        person.member(),
                        person.name(),
                        signs.getOrDefault(person.member(), Signs.NONE).shared(shares.apply(person.member()))))
                .toList();
    }

    /** The member is gone. */
    public void forget(ParticipantId member) {
        signs.remove(member);
    }
}
