package downbeat.web.pass;

import downbeat.popups.pass.KeyNumber;
import downbeat.popups.pass.Pass;
import downbeat.popups.pass.PassReader;
import downbeat.popups.pass.PassSigner;
import downbeat.popups.pass.PublishedKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The keys that passes are signed with. The first is made once, kept in the database and shared by all nodes. The newest
 * signs, and all of them verify: a printed pass is good for as long as its ticket.
 */
public final class PassKeys {
    private static final int FIRST = 1;

    private final Jdbi database;
    private final Clock clock;
    private final PassKey signing;
    private final PassSigner signer;
    private final PassReader reader;
    private final List<PublishedKey> published;

    /** Reads the keys and makes the first if there is none. Blocks on the database. */
    public PassKeys(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
        var keys = readOrMake();
        this.signing = keys.getLast();
        this.signer = new PassSigner(signing.number(), signing.secret());
        this.published = keys.stream().map(PassKey::published).toList();
        this.reader = new PassReader(published);
    }

    /** A pass as the text of its code, and whose signature it carries. */
    public record Signed(KeyNumber key, String text) {}

    public Signed sign(Pass pass) {
        return new Signed(signing.number(), signer.sign(pass));
    }

    public PassReader reader() {
        return reader;
    }

    /** The public halves, the oldest first. */
    public List<PublishedKey> published() {
        return published;
    }

    private List<PassKey> readOrMake() {
        var keys = read();
        if (!keys.isEmpty()) {
            return keys;
        }
        try {
            keep(fresh());
        } catch (JdbiException raced) {
            // Another node was first: its key is read next. Anything else shows itself in that reading.
            if (read().isEmpty()) {
                throw raced;
            }
        }
        return read();
    }

    private List<PassKey> read() {
        return database.withHandle(
                h -> h.createQuery("select number, public_key, secret, created_at from pass_key order by number")
                        .map((row, context) -> key(row))
                        .list());
    }

    private static PassKey key(ResultSet row) throws SQLException {
        var number = new KeyNumber(row.getInt("number"));
        return new PassKey(
                new PublishedKey(number, row.getString("public_key")),
                secret(row.getString("secret")),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private void keep(PassKey key) {
        database.useHandle(h -> h.createUpdate("insert into pass_key (number, public_key, secret, created_at)"
                        + " values (:number, :public, :secret, :at)")
                .bind("number", key.number().value())
                .bind("public", key.published().key())
                .bind("secret", Base64.getEncoder().encodeToString(key.secret().getEncoded()))
                .bind("at", key.createdAt().toEpochMilli())
                .execute());
    }

    private PassKey fresh() {
        var pair = pair();
        return new PassKey(PublishedKey.of(new KeyNumber(FIRST), pair.getPublic()), pair.getPrivate(), clock.instant());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    private static PrivateKey secret(String text) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of pass_key cannot be read", e);
        }
    }
}
