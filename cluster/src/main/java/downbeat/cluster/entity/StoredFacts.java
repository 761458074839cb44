package downbeat.cluster.entity;

import akka.persistence.typed.PersistenceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the journal rows of one aggregate: a row is a commit, and a commit unfolds into facts. */
public final class StoredFacts<E> {

    private final AggregateCodec<?, E, ?, ?, ?> codec;

    private StoredFacts(AggregateCodec<?, E, ?, ?, ?> codec) {
        this.codec = codec;
    }

    public static <E> StoredFacts<E> of(Aggregate<?, E, ?, ?, ?> aggregate) {
        return new StoredFacts<>(new AggregateCodec<>(aggregate));
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

    public List<Recorded<E>> facts(String persistenceId, Object row) {
        StoredCommit stored = (StoredCommit) row;
        String entityId = entityId(persistenceId);
        List<Recorded<E>> facts = new ArrayList<>(stored.events().size());
        for (E event : codec.events(stored)) {
            facts.add(new Recorded<>(entityId, stored.first() + facts.size(), stored.at(), event));
        }
        return facts;
    }

    /** When time alone next changes the entity, as of this row. */
    public Optional<Instant> deadline(Object row) {
        return ((StoredCommit) row).deadline();
    }
}
