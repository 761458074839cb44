package downbeat.discovery.listing;

import java.util.List;

/**
 * What lists of this site do not show, but other sites and calendars do. A listing that was written before there were any has none.
 *
 * @param description as the trainer or the organizer wrote it
 * @param offers ways to have a place, beyond that the listing has a price
 * @param sequence of its entry in calendars: goes up with every edit or move
 */
public record Particulars(String description, List<Offer> offers, int sequence) {
    public static final Particulars NONE = new Particulars("", List.of(), 0);

    public Particulars {
        offers = List.copyOf(offers);
    }
}
