package downbeat.cluster.entity;

import downbeat.kernel.Refusal;
import java.util.Optional;

/** The same idempotency key came with another command than the first time. */
public record KeyReused(String key) implements Refusal {

    @Override
    public String detail() {
        return "This idempotency key was used for another request. Use a new key for a new request.";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public Optional<String> field() {
        return Optional.of("Idempotency-Key");
    }
}
