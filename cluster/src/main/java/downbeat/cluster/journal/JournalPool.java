package downbeat.cluster.journal;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.persistence.jdbc.db.SlickDatabase;
import akka.persistence.jdbc.db.SlickExtension;
import java.sql.SQLException;

/** The connections through which commits are written; none of the others can stand for them. */
public final class JournalPool {

    private static final int PATIENCE_SECONDS = 1;

    private final SlickDatabase pool;

    public JournalPool(ActorSystem<?> system) {
        this.pool = Adapter.toClassic(system)
                .registerExtension(SlickExtension.lookup())
                .database(system.settings().config().getConfig("jdbc-journal"));
    }

    /** Whether a connection can be had and its database answers. Blocks. */
    public boolean answers() {
        try (var session = pool.database().createSession()) {
            return session.conn().isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
