package downbeat.web.outbox.domain;

import downbeat.kernel.Refusal;
import java.util.Optional;

/** An organizer writes to nobody. */
public record NobodyThere() implements Refusal {
    @Override
    public String detail() {
        return "Nobody would get this: there is nobody yet among those you write to.";
    }

    @Override
    public Optional<String> field() {
        return Optional.of("to");
    }
}
