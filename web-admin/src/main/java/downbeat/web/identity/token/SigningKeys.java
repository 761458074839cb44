package downbeat.web.identity.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The keys of the installation. They are made once, kept in the database and shared by all nodes. A key older than the
 * rotation age gets a successor, which signs only after {@link #SETTLING}, when every node has seen it; old keys go on
 * verifying.
 */
public final class SigningKeys {
    /** Nodes read the keys anew once a minute; five minutes forgive a slow one. */
    static final Duration SETTLING = Duration.ofMinutes(5);

    private final Jdbi database;
    private final Clock clock;
    private final Duration rotateAfter;
    private final SecureRandom random = new SecureRandom();
    private volatile List<SigningKey> keys = List.of();

    /** Reads the keys and makes the missing ones. Blocks on the database. */
    public SigningKeys(Jdbi database, Clock clock, Duration rotateAfter) {
        this.database = database;
        this.clock = clock;
        this.rotateAfter = rotateAfter;
        refresh();
    }

    /** Reads the keys anew and adds what is missing or due. Blocks on the database. */
    public void refresh() {
        keys = read();
        for (var purpose : Purpose.values()) {
            var newest = newest(purpose);
            var due = newest.map(k -> purpose.rotates() && age(k).compareTo(rotateAfter) > 0)
                    .orElse(true);
            if (due) {
                add(purpose, newest.map(SigningKey::number).orElse(0) + 1);
                keys = read();
            }
        }
    }

    /** The key to sign with. */
    SigningKey current(Purpose purpose) {
        var all = keys.stream()
                .filter(k -> k.purpose() == purpose)
                .sorted(Comparator.comparingInt(SigningKey::number).reversed())
                .toList();
        return all.stream()
                .filter(k -> age(k).compareTo(SETTLING) >= 0)
                .findFirst()
                .orElseGet(all::getLast);
    }

    Optional<SigningKey> find(Purpose purpose, String kid) {
        return keys.stream()
                .filter(k -> k.purpose() == purpose && k.kid().equals(kid))
                .findFirst();
    }

    private Optional<SigningKey> newest(Purpose purpose) {
        return keys.stream().filter(k -> k.purpose() == purpose).max(Comparator.comparingInt(SigningKey::number));
    }

    private Duration age(SigningKey key) {
        return Duration.between(key.createdAt(), clock.instant());
    }

    private List<SigningKey> read() {
        return database.withHandle(h -> h.createQuery(
                        "select purpose, number, kid, secret, created_at from signing_key")
                .map((row, ctx) -> new SigningKey(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getInt("number"),
                        row.getString("kid"),
                        row.getString("secret"),
                        instant(row.getObject("created_at", OffsetDateTime.class))))
                .list());
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private void add(Purpose purpose, int number) {
        try {
            database.useHandle(h -> h.createUpdate("insert into signing_key (purpose, number, kid, secret, created_at)"
                            + " values (:purpose, :number, :kid, :secret, :at)")
                    .bind("purpose", purpose.name())
                    .bind("number", number)
                    .bind("kid", purpose.name().toLowerCase(java.util.Locale.ROOT) + "-" + number + "-" + text(6))
                    .bind("secret", text(32))
                    .bind("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .execute());
        } catch (JdbiException raced) {
            // Another node was first: its key is read next. Anything else shows itself in that reading.
            if (read().stream().noneMatch(k -> k.purpose() == purpose && k.number() == number)) {
                throw raced;
            }
        }
    }

    private String text(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
