package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.web.identity.domain.EmailAddress;
import java.util.Optional;

/** Where letters go. Asked when a letter leaves, so that no address is kept beside the account's own. Blocks. */
public interface AddressBook {

    /** Empty where nobody of that id has an account, or has one so new that the list does not tell it yet. */
    Optional<EmailAddress> addressOf(ParticipantId who);
}
