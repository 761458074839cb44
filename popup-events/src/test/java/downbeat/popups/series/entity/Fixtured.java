package downbeat.popups.series.entity;

import downbeat.popups.domain.Fixtures;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.kind.TicketKind;

/** The same pop-up under another title. */
final class Fixtured {
    private Fixtured() {}

    static PopUpDetails titled(PopUpDetails details, String title) {
        return Fixtures.details(
                title,
                details.place(),
                details.timing(),
                details.capacity(),
                details.kinds().toArray(TicketKind[]::new));
    }
}
