package downbeat.web.http.page;

import downbeat.kernel.Cell;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.view.PopUpCalendar;
import downbeat.web.asset.PopUpPicture;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A pop-up that everybody may know of, and where the pages are.
 *
 * @param movedFrom the start before the last move in time
 * @param pages such as {@code https://studio.example}
 */
record Announced(PopUpId id, PopUpCard card, Optional<Instant> movedFrom, List<PopUpPicture> pictures, String pages) {
    Announced {
        pictures = List.copyOf(pictures);
    }

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    String address() {
        return pages + "/pop-ups/" + id.value();
    }

    String when() {
        return CLOCK.format(card.start().atZone(card.details().place().zone()));
    }

    String shortWhen() {
        return DAY.format(card.start().atZone(card.details().place().zone()));
    }

    /** The instant on the clocks of the place, with their offset. */
    String local(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(card.details().place().zone()));
    }

    boolean cancelled() {
        return card.phase() == Phase.CANCELLED;
    }

    boolean over() {
        return cancelled() || card.phase() == Phase.CLOSED;
    }

    /** What guests may have; crew tickets are nobody else's business. */
    List<TicketKind> kinds() {
        return card.details().kinds().stream()
                .filter(kind -> kind.category() != Category.STAFF)
                .toList();
    }

    String organizerFeed() {
        return pages + "/api/v1/organizers/" + card.organizer().value() + "/calendar.ics";
    }

    String areaFeed() {
        var around = Cell.of(card.details().place().point(), PopUpCalendar.RESOLUTION);
        return pages + "/api/v1/areas/" + around + "/calendar.ics";
    }
}
