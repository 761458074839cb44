package downbeat.web.node;

import downbeat.classes.live.ClassAssets;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.web.asset.AssetJson;
import downbeat.web.asset.Assets;
import downbeat.web.asset.PopUpPictures;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The assets of classes, of which running classes tell their devices, and the pictures of pop-ups. */
final class AssetPart implements Part {

    @Override
    public String name() {
        return "asset";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("asset", "classpath:db/asset"));
    }

    @Override
    public void start(NodeContext node) {
        var cached = node.settings().config().getBytes("downbeat.assets.cache");
        var assets = new Assets(node.database(), cached);
        var blocking = Blocking.executor(node.system());
        node.offer(Assets.class, assets);
        node.offer(PopUpPictures.class, new PopUpPictures(node.database()));
        node.offer(
                ClassAssets.class,
                classId -> CompletableFuture.supplyAsync(() -> AssetJson.text(assets.list(classId)), blocking));
    }
}
