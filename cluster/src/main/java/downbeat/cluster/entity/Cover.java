package downbeat.cluster.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.person.KeyState;
import downbeat.cluster.person.Person;
import downbeat.cluster.person.PersonalKey;
import downbeat.cluster.person.PersonalKeys;
import downbeat.cluster.wire.Json;
import downbeat.cluster.wire.Persisted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** How the rows of one entity are stored: in the clear, or, of a person, sealed. Rows of earlier versions are read either way. */
sealed interface Cover {

    Persisted commit(StoredCommit plain);

    Persisted snapshot(StoredSnapshot plain);

    /** Empty if its key is gone. */
    Optional<StoredCommit> commit(Object row);

    /** Empty if its key is gone. */
    Optional<StoredSnapshot> snapshot(Object row);

    /** Whether nothing can be written any more. */
    boolean gone();

    /** Makes an end of everything that is stored. */
    void destroy();

    static Cover of(Aggregate<?, ?, ?, ?, ?> aggregate, String entityId, PersonalKeys keys) {
        return aggregate.personal() ? new Sealing(new Person(aggregate.name(), entityId), keys) : new Clear();
    }

    /** Nobody's. */
    record Clear() implements Cover {
        @Override
        public Persisted commit(StoredCommit plain) {
            return plain;
        }

        @Override
        public Persisted snapshot(StoredSnapshot plain) {
            return plain;
        }

        @Override
        public Optional<StoredCommit> commit(Object row) {
            return Optional.of((StoredCommit) row);
        }

        @Override
        public Optional<StoredSnapshot> snapshot(Object row) {
            return Optional.of((StoredSnapshot) row);
        }

        @Override
        public boolean gone() {
            return false;
        }

        @Override
        public void destroy() {
            throw new IllegalStateException("only who is a person can be erased");
        }
    }

    /** Somebody's. Blocks on the table of keys now and then. Owned by one actor or one reading. */
    final class Sealing implements Cover {
        private final Person who;
        private final PersonalKeys keys;
        /** A row was met that no key opens, though none is known to be destroyed: the table of keys has been lost. */
        private boolean unreadable;

        Sealing(Person who, PersonalKeys keys) {
            this.who = who;
            this.keys = keys;
        }

        @Override
        public Persisted commit(StoredCommit plain) {
            return new SealedCommit(plain.at(), plain.first(), plain.deadline(), seal(plain));
        }

        @Override
        public Persisted snapshot(StoredSnapshot plain) {
            return new SealedSnapshot(seal(plain));
        }

        @Override
        public Optional<StoredCommit> commit(Object row) {
            return row instanceof SealedCommit it
                    ? open(it.sealed(), StoredCommit.class)
                    : Optional.of((StoredCommit) row);
        }

        @Override
        public Optional<StoredSnapshot> snapshot(Object row) {
            return row instanceof SealedSnapshot it
                    ? open(it.sealed(), StoredSnapshot.class)
                    : Optional.of((StoredSnapshot) row);
        }

        @Override
        public boolean gone() {
            return unreadable || keys.look(who) instanceof KeyState.Destroyed;
        }

        @Override
        public void destroy() {
            keys.destroy(who, db -> Remains.leave(db, who));
        }

        private String seal(Persisted plain) {
            try {
                return keys.keep(who).seal(Json.mapper().writeValueAsBytes(plain), who.persistenceId());
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        private <T> Optional<T> open(String sealed, Class<T> form) {
            if (keys.find(who) instanceof KeyState.Kept(PersonalKey key)) {
                return Optional.of(read(key.open(sealed, who.persistenceId()), form));
            }
            unreadable = true;
            return Optional.empty();
        }

        private static <T> T read(byte[] json, Class<T> form) {
            try {
                return Json.mapper().readValue(json, form);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
