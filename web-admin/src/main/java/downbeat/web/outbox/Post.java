package downbeat.web.outbox;

import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.outbox.domain.Said;
import java.net.URI;
import java.util.Optional;

/** A way for letters to leave: a port. Used by one thread at a time. */
public interface Post {

    /**
     * A letter as it leaves.
     *
     * @param id the same at every try
     * @param unsubscribe an address that ends letters to its reader, if members can reach this installation
     */
    record Parcel(String id, EmailAddress to, Said said, Optional<URI> unsubscribe) {
        @Override
        public String toString() {
            return "Parcel[" + id + "]";
        }
    }

    /** Returns once another server has taken it over. Blocks. */
    void deliver(Parcel parcel) throws Undeliverable;

    /** No more letters for now: connections may be let go. */
    void rest();
}
