package downbeat.web.node;

import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.popups.series.entity.AllSeries;
import downbeat.web.asset.PicturesOfSeries;
import downbeat.web.asset.PopUpPictures;
import java.util.List;

/** What the dates of a series look like. */
final class PicturePart implements Part {

    @Override
    public String name() {
        return "picture";
    }

    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext node) {
        var pictures = node.find(PopUpPictures.class);
        var series = node.find(AllSeries.class);
        node.reaction(AllSeries.AGGREGATE, new PicturesOfSeries(series, pictures, Blocking.executor(node.system())));
    }
}
