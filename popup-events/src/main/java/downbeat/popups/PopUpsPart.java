package downbeat.popups;

import downbeat.classes.entity.LiveClasses;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.PersonalTable;
import downbeat.cluster.node.Schema;
import downbeat.popups.entity.PopUps;
import downbeat.popups.reaction.GiveUpTheOnlinePlace;
import downbeat.popups.reaction.GiveUpTheRoomPlace;
import downbeat.popups.reaction.PlaceMoves;
import downbeat.popups.reaction.SeatGuestsInTheClass;
import downbeat.popups.series.entity.AllSeries;
import downbeat.popups.series.reaction.Handwork;
import downbeat.popups.series.reaction.RunRounds;
import downbeat.popups.series.view.SeriesShelf;
import downbeat.popups.series.view.SeriesShelfProjection;
import downbeat.popups.view.PopUpBoard;
import downbeat.popups.view.PopUpBoardProjection;
import downbeat.popups.view.PopUpCalendar;
import downbeat.popups.view.PopUpCalendarProjection;
import java.util.List;

/**
 * Pop-ups and series of them on a node. Offers {@link PopUps}, {@link PlaceMoves}, {@link PopUpBoard}, {@link PopUpCalendar},
 * {@link AllSeries} and {@link SeriesShelf} to the parts after it; the classes, whose rooms pop-ups are, come before it.
 */
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
        node.holds(
                PersonalTable.ofParticipant("pop_up_guest", "participant"),
                PersonalTable.ofAccount("pop_up_board", "organizer").staying(),
                PersonalTable.ofAccount("pop_up_calendar", "organizer").staying(),
                PersonalTable.ofAccount("series_shelf", "organizer"));
        var popUps = new PopUps(node.aggregate(PopUps.AGGREGATE));
        var classes = node.find(LiveClasses.class);
        var moves = new PlaceMoves(popUps, classes);
        node.offer(PopUps.class, popUps);
        node.offer(PlaceMoves.class, moves);
        node.offer(PopUpBoard.class, new PopUpBoard(node.database()));
        node.offer(PopUpCalendar.class, new PopUpCalendar(node.database()));
        node.view(PopUps.AGGREGATE, new PopUpBoardProjection());
        node.view(PopUps.AGGREGATE, new PopUpCalendarProjection());
        node.reaction(LiveClasses.AGGREGATE, new GiveUpTheRoomPlace(moves));
        node.reaction(PopUps.AGGREGATE, new GiveUpTheOnlinePlace(moves));
        node.reaction(PopUps.AGGREGATE, new SeatGuestsInTheClass(popUps, classes));
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
