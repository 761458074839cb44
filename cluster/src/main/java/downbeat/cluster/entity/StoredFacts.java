package downbeat.cluster.entity;

import akka.persistence.typed.PersistenceId;
import downbeat.cluster.person.PersonalKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the journal rows of one aggregate: a row is a commit, and a commit unfolds into facts. */
public final class StoredFacts<E> {

    private final AggregateCodec<?, E, ?, ?, ?> codec;
    private final PersonalKeys keys;

    private StoredFacts(AggregateCodec<?, E, ?, ?, ?> codec, PersonalKeys keys) {
        this.codec = codec;
        this.keys = keys;
    }

    public static <E> StoredFacts<E> of(Aggregate<?, E, ?, ?, ?> aggregate, PersonalKeys keys) {
        return new StoredFacts<>(new AggregateCodec<>(aggregate), keys);
    }

    public String aggregate() {
        return codec.name();
    }

    /** The tags that together hold every row. */
    public List<String> tags() {
        return Slices.tags(codec.name());
    }

    public String entityId(String persistenceId) {
        return PersistenceId.extractEntityId(persistenceId);
    }

    /** Whether {@link #facts} may wait for the database. */
    public boolean sealed() {
        return codec.aggregate().personal();
    }

    /** Whether a crowd may make many of them at once. */
    public boolean rushed() {
        return codec.aggregate().rushed();
    }

    /** Nothing of a person who has been erased. */
    public List<Recorded<E>> facts(String persistenceId, Object row) {
        String entityId = entityId(persistenceId);
        return Cover.of(codec.aggregate(), entityId, keys)
                .commit(row)
                .map(stored -> facts(stored, entityId))
                .orElse(List.of());
    }

    private List<Recorded<E>> facts(StoredCommit stored, String entityId) {
        List<Recorded<E>> facts = new ArrayList<>(stored.events().size());
        for (E event : codec.events(stored)) {
            facts.add(new Recorded<>(entityId, stored.first() + facts.size(), stored.at(), event));
        }
        return facts;
    }

    /** When time alone next changes the entity, as of this row. */
    public Optional<Instant> deadline(Object row) {
        return row instanceof SealedCommit sealed ? sealed.deadline() : ((StoredCommit) row).deadline();
    }
}
