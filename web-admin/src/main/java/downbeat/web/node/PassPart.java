package downbeat.web.node;

import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.web.pass.PassKeys;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What passes are signed with. Offers {@link PassKeys} to the parts after it. */
final class PassPart implements Part {
    private static final Logger log = LoggerFactory.getLogger(PassPart.class);

    @Override
    public String name() {
        return "pass";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("pass", "classpath:db/pass"));
    }

    @Override
    public void start(NodeContext node) {
        var keys = new PassKeys(node.database(), node.clock());
        var every = PassKeys.READ_EVERY;
        node.system()
                .scheduler()
                .scheduleWithFixedDelay(every, every, () -> refresh(keys), Blocking.executor(node.system()));
        node.offer(PassKeys.class, keys);
    }

    private static void refresh(PassKeys keys) {
        try {
            keys.refresh();
        } catch (RuntimeException e) {
            log.warn("The keys of passes could not be read anew; the known ones stay", e);
        }
    }
}
