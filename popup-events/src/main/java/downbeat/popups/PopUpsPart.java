package downbeat.popups;

import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.PopUpBoard;
import downbeat.popups.view.PopUpBoardProjection;
import downbeat.popups.view.PopUpCalendar;
import downbeat.popups.view.PopUpCalendarProjection;
import java.util.List;

/** Pop-ups on a node. Offers {@link PopUps}, {@link PopUpBoard} and {@link PopUpCalendar} to the parts after it. */
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
        node.offer(PopUps.class, new PopUps(node.aggregate(PopUps.AGGREGATE)));
        node.offer(PopUpBoard.class, new PopUpBoard(node.database()));
        node.offer(PopUpCalendar.class, new PopUpCalendar(node.database()));
        node.view(PopUps.AGGREGATE, new PopUpBoardProjection());
        node.view(PopUps.AGGREGATE, new PopUpCalendarProjection());
    }
}
