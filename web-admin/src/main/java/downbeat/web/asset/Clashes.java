package downbeat.web.asset;

import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Two that change the same at once: who comes between another's look and its write finds everything there when it tries again. */
final class Clashes {
    private static final int ATTEMPTS = 5;

    private Clashes() {}

    static <T> T retried(Jdbi database, HandleCallback<T, RuntimeException> work) {
        for (var attempt = 1; ; attempt++) {
            try {
                return database.inTransaction(work);
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !isClash(e)) {
                    throw e;
                }
            }
        }
    }

    /** SQLSTATE 23: a key or a reference was violated; 40: the database gave one of two transactions up. */
    private static boolean isClash(JdbiException e) {
        var state = e.getCause() instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return state.startsWith("23") || state.startsWith("40");
    }
}
