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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The keys that passes are signed with. The first is made once, kept in the database and shared by all nodes. A newer one signs
 * after {@link #SETTLING}, when every node has seen it, and all of them verify: a printed pass is good for as long as its ticket.
 */
public final class PassKeys {
    /** How often every node reads the keys anew. */
    public static final Duration READ_EVERY = Duration.ofSeconds(15);

    /** Two readings and some seconds by which clocks of nodes may differ. */
    static final Duration SETTLING = Duration.ofSeconds(40);

    private static final int FIRST = 1;
    /** A pass names its key in one byte. */
    private static final int LAST = 255;

    private final Jdbi database;
    private final Clock clock;
    private volatile Ring ring;

    /** Reads the keys and makes the first if there is none. Blocks on the database. */
    public PassKeys(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.ring = Ring.of(readOrMake());
    }

    /** All keys there are, the oldest first, and what reads with them. */
    private record Ring(List<PassKey> keys, PassReader reader) {
        static Ring of(List<PassKey> keys) {
            return new Ring(
                    keys, new PassReader(keys.stream().map(PassKey::published).toList()));
        }

        /** The newest that every node knows; the first where none is old enough. */
        PassKey signing(Instant now) {
            return keys.reversed().stream()
                    .filter(key -> !key.createdAt().plus(SETTLING).isAfter(now))
                    .findFirst()
                    .orElseGet(keys::getFirst);
        }
    }

    /** A pass as the text of its code, and whose signature it carries. */
    public record Signed(KeyNumber key, String text) {}

    public Signed sign(Pass pass) {
        var key = ring.signing(clock.instant());
        return new Signed(key.number(), new PassSigner(key.number(), key.secret()).sign(pass));
    }

    public PassReader reader() {
        return ring.reader();
    }

    /** The public halves, the oldest first. */
    public List<PublishedKey> published() {
        return ring.keys().stream().map(PassKey::published).toList();
    }

    /** Reads the keys anew, those of other nodes too. Blocks on the database. */
    public void refresh() {
        ring = Ring.of(read());
    }

    /**
     * Makes the next key. Who rotates again before it signs gets the same one. Blocks on the database.
     *
     * @return empty when all {@value #LAST} numbers are used
     */
    public Optional<PublishedKey> rotate() {
        var newest = read().getLast();
        boolean settles = newest.createdAt().plus(SETTLING).isAfter(clock.instant())
                && newest.number().value() > FIRST;
        int next = newest.number().value() + 1;
        if (!settles && next > LAST) {
            return Optional.empty();
        }
        if (!settles) {
            make(next);
        }
        refresh();
        return Optional.of(ring.keys().getLast().published());
    }

    private List<PassKey> readOrMake() {
        var keys = read();
        if (!keys.isEmpty()) {
            return keys;
        }
        make(FIRST);
        return read();
    }

    /** Another node may have been first: then its key is the one. */
    private void make(int number) {
        try {
            keep(fresh(number));
        } catch (JdbiException raced) {
            if (read().stream().noneMatch(key -> key.number().value() == number)) {
                throw raced;
            }
        }
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

    private PassKey fresh(int number) {
        var pair = pair();
        return new PassKey(
                PublishedKey.of(new KeyNumber(number), pair.getPublic()), pair.getPrivate(), clock.instant());
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
