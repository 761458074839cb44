package downbeat.cluster.person;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table of keys. Only the entity itself makes and destroys its key; whoever reads its rows may find it. All block. */
public final class PersonalKeys {
    /** How long a node may still open rows after another has destroyed their key. */
    public static final Duration KNOWN_FOR = Duration.ofSeconds(30);

    private static final String WHO = " WHERE aggregate = :aggregate AND entity_id = :entity";

    private final Jdbi database;
    private final Clock clock;
    private final KnownKeys known = new KnownKeys(KNOWN_FOR, System::nanoTime);

    public PersonalKeys(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For reading; may be {@link #KNOWN_FOR} old. */
    public KeyState find(Person who) {
        var state = known.find(who);
        return state == null ? look(who) : state;
    }

    /** As the table has it now. */
    public KeyState look(Person who) {
        var state = database.withHandle(db -> state(db, who));
        known.note(who, state);
        return state;
    }

    /**
     * The key to seal with, committed before it is used.
     *
     * @throws IllegalStateException if it has been destroyed
     */
    public PersonalKey keep(Person who) {
        var state = find(who);
        if (state instanceof KeyState.Unmade) {
            state = new KeyState.Kept(make(who));
            known.note(who, state);
        }
        return switch (state) {
            case KeyState.Kept(var key) -> key;
            case KeyState.Unmade unmade -> throw new IllegalStateException("a key that was made is not there");
            case KeyState.Destroyed destroyed -> throw new IllegalStateException("the key has been destroyed");
        };
    }

    /** Nobody opens what it has sealed any more; {@code remains} clears up in the same transaction. */
    public void destroy(Person who, Consumer<Handle> remains) {
        database.useTransaction(db -> {
            if (state(db, who) instanceof KeyState.Unmade) {
                insert(db, who, Optional.empty());
            }
            db.createUpdate("UPDATE personal_key SET secret = NULL, destroyed_at = COALESCE(destroyed_at, :now)" + WHO)
                    .bind("now", clock.millis())
                    .bind("aggregate", who.aggregate())
                    .bind("entity", who.entityId())
                    .execute();
            remains.accept(db);
        });
        known.note(who, new KeyState.Destroyed());
    }

    private PersonalKey make(Person who) {
        var key = PersonalKey.random();
        database.useTransaction(db -> insert(db, who, Optional.of(key)));
        return key;
    }

    private void insert(Handle db, Person who, Optional<PersonalKey> key) {
        db.createUpdate("INSERT INTO personal_key (aggregate, entity_id, secret, made_at)"
                        + " VALUES (:aggregate, :entity, :secret, :now)")
                .bind("aggregate", who.aggregate())
                .bind("entity", who.entityId())
                .bind("secret", key.map(PersonalKey::text).orElse(null))
                .bind("now", clock.millis())
                .execute();
    }

    private static KeyState state(Handle db, Person who) {
        return db.createQuery("SELECT secret FROM personal_key" + WHO)
                .bind("aggregate", who.aggregate())
                .bind("entity", who.entityId())
                .map((row, context) -> Optional.ofNullable(row.getString("secret")))
                .findFirst()
                .<KeyState>map(secret -> secret.<KeyState>map(text -> new KeyState.Kept(PersonalKey.parse(text)))
                        .orElseGet(KeyState.Destroyed::new))
                .orElseGet(KeyState.Unmade::new);
    }
}
