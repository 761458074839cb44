package downbeat.web.outbox;

import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.outbox.domain.Said;

/** A way for letters to leave: a port. Used by one thread at a time. */
public interface Post {

    /**
     * A letter as it leaves.
     *
     * @param id the same at every try
     */
    record Parcel(String id, EmailAddress to, Said said) {
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
