package downbeat.discovery.stage;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.Offer;
import downbeat.discovery.listing.Particulars;
import downbeat.discovery.listing.Spot;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.popups.domain.PopUpId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Listings for tests. */
public final class Listings {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Listings() {}

    /** A pop-up of an hour, in the room of a class. */
    public static Listing popUp(String id, Instant start, int left) {
        return new Listing(
                ListingId.of(new PopUpId(id)),
                new AccountId("a-omar"),
                "Evening ride <b>&</b> coffee",
                "Indoor cycling",
                "Rides of Prenzlauer Berg",
                Optional.of(new Spot(
                        "Stadtbad", "Oderberger Straße 57", new GeoPoint(52.5404, 13.4086), BERLIN, "A ramp is there")),
                BERLIN,
                start,
                start.plus(Duration.ofHours(1)),
                start.plus(Duration.ofHours(1)),
                Attendance.MIXED,
                Money.of(0, "EUR"),
                left,
                20,
                true,
                Optional.of(new ClassId("c-1")),
                new Particulars(
                        "Bring a towel.",
                        List.of(new Offer("Free", Money.of(0, "EUR")), new Offer("Bike", Money.of(900, "EUR"))),
                        2),
                List.of(new Language("de"), new Language("en")));
    }
}
