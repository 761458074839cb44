package downbeat.discovery.feed;

import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.node.NodeContext;
import downbeat.discovery.view.ListingWriter;
import downbeat.drops.entity.Drops;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.PopUpBoard;
import java.util.concurrent.Executor;

/** Has everything listed that there is to find. */
public final class Feeds {
    private Feeds() {}

    public static void start(NodeContext node, ListingWriter writer, Executor blocking) {
        var classes = node.find(LiveClasses.class);
        var popUps = node.find(PopUps.class);
        var listed = new Listed(writer, blocking);
        var rooms = new ListPopUps(popUps, classes, node.find(PopUpBoard.class), listed, blocking);
        node.reaction(LiveClasses.AGGREGATE, new ListClasses(classes, rooms, listed));
        node.reaction(PopUps.AGGREGATE, rooms);
        node.reaction(Drops.AGGREGATE, new ListDrops(node.find(Drops.class), popUps, classes, listed));
    }
}
