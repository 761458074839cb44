package downbeat.cluster.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who look at an entity, and what they see of its last durable state. Owned by its front. */
final class Viewers<S, R, V> {

    private static final Logger LOG = LoggerFactory.getLogger(Viewers.class);

    private final AggregateCodec<?, ?, S, R, V> codec;
    private final String entity;
    private final List<EntityMessage.Show> waiting = new ArrayList<>();
    /** How the state shows to who sees all of it: many look at what few change. Null until somebody looks. */
    private @Nullable Answer drawn;

    Viewers(AggregateCodec<?, ?, S, R, V> codec, String entity) {
        this.codec = codec;
        this.entity = entity;
    }

    /** The state is another one from now on. */
    void changed() {
        drawn = null;
    }

    int waiting() {
        return waiting.size();
    }

    void await(EntityMessage.Show show) {
        waiting.add(show);
    }

    void show(Held<S, R> held, EntityMessage.Show show) {
        show.replyTo().tell(seen(held, show.viewer()));
    }

    void showWhoWaits(Held<S, R> held) {
        waiting.forEach(show -> show(held, show));
        waiting.clear();
    }

    void tellWhoWaits(Answer answer) {
        waiting.forEach(show -> show.replyTo().tell(answer));
        waiting.clear();
    }

    /** Nothing where it cannot be shown: who was to see it asks for it once more, and is told. */
    Optional<?> seenBy(Held<S, R> held, String viewer) {
        return seen(held, viewer) instanceof Answer.Shown(String aggregate, Optional<?> view) ? view : Optional.empty();
    }

    Answer nothing() {
        return new Answer.Shown(codec.name(), Optional.empty());
    }

    private Answer seen(Held<S, R> held, @Nullable String viewer) {
        if (viewer != null) {
            return draw(() -> codec.aggregate().showTo().apply(held.state(), viewer));
        }
        if (drawn == null) {
            drawn = draw(() -> codec.aggregate().show().apply(held.state()));
        }
        return drawn;
    }

    private Answer draw(Supplier<Optional<V>> view) {
        try {
            return new Answer.Shown(codec.name(), view.get());
        } catch (RuntimeException e) {
            LOG.error("{} cannot be shown: a defect", entity, e);
            return new Answer.Unavailable(entity + " cannot be shown.");
        }
    }
}
