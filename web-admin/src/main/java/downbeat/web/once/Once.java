package downbeat.web.once;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Rows that are written once, by whoever comes first. */
public final class Once {
    private static final String UNIQUE_VIOLATION = "23505";

    private Once() {}

    /** Returns whether the row is new. Outside of a transaction: a violation would end one. */
    public static boolean insert(IntSupplier insert) {
        return first(insert::getAsInt).filter(rows -> rows == 1).isPresent();
    }

    /** What was written, in a transaction of its own; empty if another came first. */
    public static <T> Optional<T> first(Supplier<T> write) {
        try {
            return Optional.of(write.get());
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
