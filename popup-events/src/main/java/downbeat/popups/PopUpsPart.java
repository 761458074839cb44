package downbeat.popups;

import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.popups.entity.PopUps;
import downbeat.popups.series.entity.AllSeries;
import downbeat.popups.series.reaction.Handwork;
import downbeat.popups.series.reaction.RunRounds;
import downbeat.popups.series.view.SeriesShelf;
import downbeat.popups.series.view.SeriesShelfProjection;
import downbeat.popups.view.PopUpBoard;
import downbeat.popups.view.PopUpBoardProjection;
import java.util.List;

/** Pop-ups on a node. Offers {@link PopUps}, {@link PopUpBoard}, {@link AllSeries} and {@link SeriesShelf} to the parts after it. */
public final class PopUpsPart implements Part {

    @Override
    public String name() {
        return "popups";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("popups", "classpath:db/popups"));
    }

    @Override
    public void start(NodeContext node) {
        var popUps = new PopUps(node.aggregate(PopUps.AGGREGATE));
        node.offer(PopUps.class, popUps);
        node.offer(PopUpBoard.class, new PopUpBoard(node.database()));
        node.view(PopUps.AGGREGATE, new PopUpBoardProjection());
        series(node, popUps);
    }

    private static void series(NodeContext node, PopUps popUps) {
        var series = new AllSeries(node.aggregate(AllSeries.AGGREGATE));
        node.offer(AllSeries.class, series);
        node.offer(SeriesShelf.class, new SeriesShelf(node.database()));
        node.view(AllSeries.AGGREGATE, new SeriesShelfProjection());
        node.reaction(AllSeries.AGGREGATE, new RunRounds(series, new Handwork(popUps)));
    }
}
