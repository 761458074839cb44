package downbeat.drops;

import akka.actor.typed.DispatcherSelector;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.live.LivePlane;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.PersonalTable;
import downbeat.cluster.node.Schema;
import downbeat.drops.entity.Drops;
import downbeat.drops.reaction.DropFinder;
import downbeat.drops.reaction.FollowThePopUp;
import downbeat.drops.reaction.OpenDropWhenClassCloses;
import downbeat.drops.reaction.TellTheRoom;
import downbeat.drops.view.DropBoard;
import downbeat.drops.view.DropBoardProjection;
import downbeat.popups.entity.PopUps;
import java.util.List;

/**
 * Drops on a node. Offers {@link Drops} and {@link DropBoard} to the parts after it; classes, whose close opens drops, and pop-ups,
 * where they are collected, come before it.
 */
public final class DropsPart implements Part {

    @Override
    public String name() {
        return "drops";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("drops", "classpath:db/drops"));
    }

    @Override
    public void start(NodeContext node) {
        node.holds(
                PersonalTable.ofParticipant("drop_claim", "participant").staying(),
                PersonalTable.ofParticipant("drop_crowd", "participant"),
                PersonalTable.ofAccount("drop_board", "trainer").staying());
        var drops = new Drops(node.aggregate(Drops.AGGREGATE));
        var board = new DropBoard(node.database());
        var room = TellTheRoom.start(node, drops, node.find(LivePlane.class));
        node.offer(Drops.class, drops);
        node.offer(DropBoard.class, board);
        node.view(Drops.AGGREGATE, new DropBoardProjection());
        node.reaction(Drops.AGGREGATE, room);
        var finder = new DropFinder(board, node.system().dispatchers().lookup(DispatcherSelector.blocking()));
        node.reaction(LiveClasses.AGGREGATE, new OpenDropWhenClassCloses(drops, finder, room));
        node.reaction(PopUps.AGGREGATE, new FollowThePopUp(drops, finder));
    }
}
