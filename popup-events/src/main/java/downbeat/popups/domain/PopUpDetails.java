package downbeat.popups.domain;

import downbeat.kernel.ClassId;
import downbeat.kernel.Language;
import downbeat.kernel.bound.Bounds;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import java.util.List;
import java.util.Optional;

/**
 * What an organizer says of a pop-up.
 *
 * @param title 1 to 120 characters
 * @param description up to 4000 characters
 * @param host who receives the guests, 1 to 120 characters
 * @param capacity 1 to 10,000 people, tickets of all kinds together
 * @param kinds 1 to 20, none twice
 * @param linkedClass the class whose room this pop-up is
 * @param languages in which it is held, up to 5; empty when that is not said
 */
public record PopUpDetails(
        String title,
        String description,
        String host,
        Place place,
        Timing timing,
        int capacity,
        List<TicketKind> kinds,
        CancellationPolicy cancellation,
        Optional<ClassId> linkedClass,
        List<Language> languages) {
    public static final int MOST_KINDS = 20;

    @SuppressWarnings("NullAway") // those that were written before it could be said have none
    public PopUpDetails {
        languages = languages == null ? List.of() : List.copyOf(languages);
        Bounds.size("languages", languages, 0, Language.MOST);
        Bounds.distinct("languages", languages);
        kinds = List.copyOf(kinds);
        Bounds.text("title", title, 1, 120);
        Bounds.text("description", description, 0, 4000);
        Bounds.text("host", host, 1, 120);
        Bounds.number("capacity", capacity, 1, TicketKind.MOST);
        Bounds.size("kinds", kinds, 1, MOST_KINDS);
        Bounds.distinct("kinds", kinds.stream().map(TicketKind::id).toList());
    }

    /** One that does not say in which language it is held. */
    public PopUpDetails(
            String title,
            String description,
            String host,
            Place place,
            Timing timing,
            int capacity,
            List<TicketKind> kinds,
            CancellationPolicy cancellation,
            Optional<ClassId> linkedClass) {
        this(title, description, host, place, timing, capacity, kinds, cancellation, linkedClass, List.of());
    }

    /** The same, held in these languages. */
    public PopUpDetails heldIn(List<Language> those) {
        return new PopUpDetails(
                title, description, host, place, timing, capacity, kinds, cancellation, linkedClass, those);
    }

    public Optional<TicketKind> kind(KindId id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
