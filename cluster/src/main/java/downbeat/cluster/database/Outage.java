package downbeat.cluster.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** A database that is away, or has no connection to spare. What was asked of it may be asked again, just as it was. */
public final class Outage {

    /** SQL states of lost connections and of a server that is told to stop, of PostgreSQL and of H2. */
    private static final String GONE = "08...|57P..|90007|90067|90098|90121";

    private Outage() {}

    /** Whether this is why something failed, and not what was asked. */
    public static boolean caused(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return sql instanceof SQLTransientConnectionException
                    || String.valueOf(sql.getSQLState()).matches(GONE);
        }
        return failure.getCause() != null && caused(failure.getCause());
    }
}
