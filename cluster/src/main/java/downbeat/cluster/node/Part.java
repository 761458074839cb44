package downbeat.cluster.node;

import java.util.List;

/** A module's contribution to a node. Parts start in the order of the list given to {@link Node#start}. */
public interface Part {

    String name();

    /** Migrated before any part starts. */
    List<Schema> schemas();

    /** Registers aggregates, views and reactions. The node is up and its tables exist. An exception ends the start. */
    void start(NodeContext node);
}
