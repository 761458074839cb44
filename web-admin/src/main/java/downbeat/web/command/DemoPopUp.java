package downbeat.web.command;

import downbeat.classes.entity.LiveClasses;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.popups.domain.CancellationPolicy;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.entity.PopUps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The room of the demo's class: a pop-up with free and paid tickets, whose doors are open before the class begins. */
final class DemoPopUp {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int PLACES = 12;
    /** What is published starts later, though its class be under way. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private final PopUps popUps;
    private final LiveClasses classes;
    private final Clock clock;

    DemoPopUp(PopUps popUps, LiveClasses classes, Clock clock) {
        this.popUps = popUps;
        this.classes = classes;
        this.clock = clock;
    }

    /** The newest that is not over, or a new one. Blocks. */
    PopUpId make(AccountId organizer, ClassId linked) {
        for (int n = 1; ; n++) {
            var id = new PopUpId("u-demo-" + n);
            var card = wait(popUps.show(id));
            var over = card.filter(c -> c.phase() == Phase.CLOSED || c.phase() == Phase.CANCELLED);
            if (over.isEmpty()) {
                if (card.isEmpty()) {
                    wait(popUps.draft(id, organizer, details(linked)));
                }
                // A demo that was killed between the two finds its draft again.
                if (card.isEmpty() || card.get().phase() == Phase.DRAFT) {
                    wait(popUps.publish(id));
                }
                return id;
            }
        }
    }

    private PopUpDetails details(ClassId linked) {
        var begins = wait(classes.show(linked)).orElseThrow().start();
        var soon = clock.instant().plus(SOON);
        Instant start = (begins.isAfter(soon) ? begins : soon).truncatedTo(ChronoUnit.MINUTES);
        return new PopUpDetails(
                "FTP Test, in one room",
                "The class of tonight on a large screen, with twelve bikes side by side. Come as you are.",
                "Rides of Prenzlauer Berg",
                new Place(
                        "Stadtbad",
                        "Oderberger Straße 57, 10435 Berlin",
                        new GeoPoint(52.5404, 13.4086),
                        BERLIN,
                        "Two steps at the door; a ramp is there."),
                new Timing(LocalDateTime.ofInstant(start, BERLIN), Duration.ofHours(2), Duration.ofMinutes(30)),
                PLACES,
                List.of(
                        kind("own-bike", "Bring your own bike", Category.FREE, 0),
                        kind("our-bike", "A bike of ours", Category.PAID, 1200)),
                new CancellationPolicy(Duration.ofHours(2), 50),
                Optional.of(linked));
    }

    private static TicketKind kind(String id, String name, Category category, long minor) {
        return new TicketKind(new KindId(id), name, category, PLACES, Money.of(minor, "EUR"), Optional.empty(), 2);
    }

    private static <T> T wait(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
