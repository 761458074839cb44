package downbeat.cluster.entity;

/**
 * An outage, not a refusal: the entity could not answer, and whether the command took effect is unknown. Ask again with
 * the same {@link IdempotencyKey}.
 */
public final class EntityUnavailable extends RuntimeException {

    public EntityUnavailable(String sentence) {
        super(sentence, null, false, false); // expected under load: no stack trace
    }
}
