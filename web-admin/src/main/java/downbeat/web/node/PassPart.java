package downbeat.web.node;

import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.web.pass.PassKeys;
import java.util.List;

/** What passes are signed with. Offers {@link PassKeys} to the parts after it. */
final class PassPart implements Part {
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
        node.every(
                PassKeys.READ_EVERY,
                "The keys of passes could not be read anew and the known ones stay",
                keys::refresh);
        node.offer(PassKeys.class, keys);
    }
}
