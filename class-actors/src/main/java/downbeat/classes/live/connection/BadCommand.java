package downbeat.classes.live.connection;

import downbeat.kernel.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command that cannot be read.
 *
 * @param code of the wire protocol
 * @param name of the wrong field; null when no single one is
 */
public record BadCommand(
        String code, String detail, @Nullable String name) implements Refusal {
    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public Optional<String> field() {
        return Optional.ofNullable(name);
    }

    static BadCommandException of(String code, String detail) {
        return new BadCommandException(new BadCommand(code, detail, null));
    }

    static BadCommandException field(String name, String detail) {
        return new BadCommandException(new BadCommand("bad-field", name + " " + detail, name));
    }
}
