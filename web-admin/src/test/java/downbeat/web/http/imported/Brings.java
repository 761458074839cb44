package downbeat.web.http.imported;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.http.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Files that are brought, and what is expected of them. */
final class Brings {
    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    static final int MOST = 500;
    static final Otherwise SAID =
            new Otherwise(Optional.of(ZoneId.of("Europe/Berlin")), Optional.of("Velo Club"), Optional.of(40));

    private Brings() {}

    static String file(String name) {
        try (var file = Objects.requireNonNull(Brings.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Brought.Event event(Brought row) {
        assertThat(row).as("%s", row).isInstanceOf(Brought.Event.class);
        return (Brought.Event) row;
    }

    /** The sentence about the only one, which is wrong. */
    static String wrong(List<Brought> rows) {
        assertThat(rows).singleElement().isInstanceOf(Brought.Wrong.class);
        return ((Brought.Wrong) rows.getFirst()).problem().detail();
    }

    /** The sentence about the file as a whole. */
    static String refused(ThrowingCallable reading) {
        var thrown = Assertions.catchThrowableOfType(ProblemException.class, reading);
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().code()).isEqualTo("bad-calendar");
        return thrown.problem().detail();
    }
}
