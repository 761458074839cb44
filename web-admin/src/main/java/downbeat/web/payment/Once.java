package downbeat.web.payment;

import java.sql.SQLException;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.JdbiException;

/** Rows that are written once, by whoever comes first. */
final class Once {
    private static final String UNIQUE_VIOLATION = "23505";

    private Once() {}

    /** Returns whether the row is new. Outside of a transaction: a violation would end one. */
    static boolean insert(IntSupplier insert) {
        try {
            return insert.getAsInt() == 1;
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
