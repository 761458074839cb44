package downbeat.web.node;

import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.web.pop.KnownPops;
import downbeat.web.pop.PopAddress;
import downbeat.web.pop.PopDirectory;
import java.time.Duration;
import java.util.List;

/** The directory of PoPs. */
final class PopPart implements Part {
    private static final Duration EVERY = Duration.ofSeconds(10);
    /** A new node is found, and one that went forgotten, so much later than in the database. */
    private static final Duration READ_EVERY = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "pop";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("pop", "classpath:db/pop"));
    }

    @Override
    public void start(NodeContext node) {
        var directory = new PopDirectory(node.database(), node.clock());
        var blocking = Blocking.executor(node.system());
        var known = new KnownPops(directory, blocking);
        node.offer(PopDirectory.class, directory);
        node.offer(KnownPops.class, known);
        node.every(READ_EVERY, "The other nodes could not be looked up and those known stay", known::refresh);
    }

    /** From now on others are told of this node; {@code url} is where it listens unless the configuration knows better. */
    static void announce(NodeContext node, String url) {
        var configured = node.settings().config().getString("downbeat.http.public-url");
        var address = new PopAddress(node.pop(), configured.isBlank() ? url : configured);
        var name = node.settings().host() + "/" + url;
        var directory = node.find(PopDirectory.class);
        node.nowAndEvery(
                EVERY, "This node could not be announced to the others", () -> directory.announce(name, address));
    }
}
