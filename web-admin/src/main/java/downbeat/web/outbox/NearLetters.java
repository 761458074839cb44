package downbeat.web.outbox;

import downbeat.discovery.alert.view.Letters;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.Occasion;
import downbeat.web.outbox.domain.Topic;
import downbeat.web.outbox.domain.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes to those who want to know by letter what opens near them. */
public final class NearLetters implements Letters {

    @Override
    public void put(Handle db, Listing about, int wave, Collection<ParticipantId> to, Instant now) {
        var message = new Message(
                MessageId.ofWave(about.id().text(), wave, now),
                popUp(about),
                Topic.NEARBY,
                Wording.nearby(occasion(about), about.id().kind() == ListingKind.DROP),
                Optional.empty(),
                now,
                about.until());
        Desk.put(db, message, to);
    }

    /** Where it is: what has a place is at a pop-up. */
    private static PopUpId popUp(Listing it) {
        return new PopUpId(
                it.id().kind() == ListingKind.DROP ? it.id().at() : it.id().source());
    }

    private static Occasion occasion(Listing it) {
        var spot = it.spot().orElseThrow();
        return new Occasion(it.title(), it.start(), it.end(), it.zone(), spot.name(), spot.address());
    }
}
