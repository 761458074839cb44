package downbeat.cluster.view;

import downbeat.cluster.entity.Recorded;
import org.jdbi.v3.core.Handle;

/**
 * Keeps a table in step with the facts of an aggregate, exactly once: the table and the position move in one
 * transaction. Facts of one entity come in order; entities run side by side.
 */
public interface View<E> {

    /** kebab-case, never changed: the position is stored under it. A new name reads everything from the beginning. */
    String name();

    /**
     * Writes what the fact means, through {@code db} only, whose transaction is not the view's to end. Blocking is
     * allowed. Must be harmless when the same fact comes again. If it throws, nothing is written and the fact comes again.
     * Some journal rows share one transaction.
     */
    void apply(Handle db, Recorded<E> fact);

    /** Called after the transaction of {@link #apply}, at most once: the place for pushes, which must not overtake the row. */
    default void committed(Recorded<E> fact) {}
}
