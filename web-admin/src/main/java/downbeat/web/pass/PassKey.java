package downbeat.web.pass;

import downbeat.popups.pass.KeyNumber;
import downbeat.popups.pass.PublishedKey;
import java.security.PrivateKey;
import java.time.Instant;

/** A key with both its halves; nothing of the private one is ever printed. */
record PassKey(PublishedKey published, PrivateKey secret, Instant createdAt) {
    KeyNumber number() {
        return published.number();
    }

    @Override
    public String toString() {
        return "PassKey[" + number().value() + "]";
    }
}
