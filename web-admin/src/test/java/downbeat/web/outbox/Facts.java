package downbeat.web.outbox;

import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.CancellationPolicy;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.PopUpDrafted;
import downbeat.popups.domain.PopUpEvent.PopUpPublished;
import downbeat.popups.domain.PopUpEvent.TicketsSold;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Facts of a pop-up told to the outbox, each twice: what comes again is harmless. */
final class Facts {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final PopUpId SQUARE = new PopUpId("u-square");
    static final KindId FREE = new KindId("free");
    static final ParticipantId MIA = new ParticipantId("m-mia");
    static final ParticipantId NOAH = new ParticipantId("m-noah");
    static final ParticipantId LENA = new ParticipantId("m-lena");
    static final Money NOTHING = Money.of(0, "EUR");
    static final Place HALL = place("Market hall", "Marktplatz 1, 20095 Hamburg");
    static final LocalDateTime EVENING = LocalDateTime.parse("2026-12-01T18:00");
    static final TimeWindow WINDOW = window(EVENING);
    static final Instant BEFORE = Instant.parse("2026-11-26T12:00:00Z");

    private final Jdbi database;
    private final OutboxProjection projection = new OutboxProjection();
    private long sequence;

    Facts(Jdbi database) {
        this.database = database;
    }

    static Place place(String name, String address) {
        return new Place(name, address, new GeoPoint(53.55, 9.99), BERLIN, "");
    }

    static TimeWindow window(LocalDateTime start) {
        var begins = start.atZone(BERLIN).toInstant();
        return new TimeWindow(begins, begins.plus(Duration.ofHours(2)));
    }

    static PopUpDetails details(String title, Place place, LocalDateTime start) {
        return details(title, place, start, Optional.empty());
    }

    static PopUpDetails details(String title, Place place, LocalDateTime start, Optional<ClassId> linkedClass) {
        return new PopUpDetails(
                title,
                "",
                "Velo Club Nord",
                place,
                new Timing(start, Duration.ofHours(2), Duration.ZERO),
                40,
                List.of(new TicketKind(FREE, "Free entry", Category.FREE, 40, NOTHING, Optional.empty(), 2)),
                new CancellationPolicy(Duration.ZERO, 100),
                linkedClass);
    }

    /** It is published. */
    Facts published() {
        var details = details("Threshold on the square", HALL, EVENING);
        return hear(new PopUpDrafted(new AccountId("a-omar"), details, WINDOW, BEFORE))
                .hear(new PopUpPublished(BEFORE));
    }

    Facts sold(ParticipantId who, int... numbers) {
        return soldAt(BEFORE, who, numbers);
    }

    Facts soldAt(Instant at, ParticipantId who, int... numbers) {
        var tickets = Arrays.stream(numbers).mapToObj(TicketId::of).toList();
        return hear(new TicketsSold(
                new HoldId("h-" + who.value()), who, FREE, tickets, NOTHING, Settlement.NOTHING_DUE, at));
    }

    Facts hear(PopUpEvent event) {
        sequence += 1;
        var fact = new Recorded<PopUpEvent>(SQUARE.value(), sequence, event.at(), event);
        for (int time = 0; time < 2; time++) {
            database.useTransaction(db -> projection.apply(db, fact));
        }
        return this;
    }
}
