package downbeat.web.node;

import downbeat.classes.entity.LiveClasses;
import downbeat.classes.live.LivePlane;
import downbeat.cluster.node.NodeContext;
import downbeat.popups.entity.PopUps;
import downbeat.popups.reaction.PlaceMoves;
import downbeat.popups.series.entity.AllSeries;
import downbeat.popups.series.view.SeriesShelf;
import downbeat.popups.view.PopUpBoard;
import downbeat.popups.view.PopUpCalendar;
import downbeat.web.asset.PopUpPictures;
import downbeat.web.door.DoorTokens;
import downbeat.web.door.Invitations;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.operation.Sessions;
import downbeat.web.http.resource.AttendeeOperations;
import downbeat.web.http.resource.CalendarOperations;
import downbeat.web.http.resource.CloseOutOperations;
import downbeat.web.http.resource.DoorBookOperations;
import downbeat.web.http.resource.DoorOperations;
import downbeat.web.http.resource.DoorSessionOperations;
import downbeat.web.http.resource.HybridOperations;
import downbeat.web.http.resource.ImportOperations;
import downbeat.web.http.resource.JoinDoor;
import downbeat.web.http.resource.MailboxOperations;
import downbeat.web.http.resource.MessageOperations;
import downbeat.web.http.resource.PassOperations;
import downbeat.web.http.resource.PictureOperations;
import downbeat.web.http.resource.PopOperations;
import downbeat.web.http.resource.PopUpListOperations;
import downbeat.web.http.resource.PopUpOperations;
import downbeat.web.http.resource.PopUpShelf;
import downbeat.web.http.resource.SeriesOperations;
import downbeat.web.http.resource.Shelf;
import downbeat.web.http.resource.TicketOperations;
import downbeat.web.http.resource.TransferOperations;
import downbeat.web.identity.Identity;
import downbeat.web.identity.JoinTokens;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.Tokens;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.outbox.Outbox;
import downbeat.web.pass.PassKeys;
import downbeat.web.pass.TransferCodes;
import downbeat.web.pop.KnownPops;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** What a node answers about pop-ups, their tickets, doors and rooms, what guests are told, and series of them. */
final class PopUpApi {
    private final NodeContext node;
    private final RateLimits limits;
    private final Client clients;
    private final JoinTokens joins;
    private final PopUpShelf shelf;
    private final Derived derived;
    private final Executor blocking;

    PopUpApi(NodeContext node, RateLimits limits, Client clients, JoinTokens joins) {
        this.node = node;
        this.limits = limits;
        this.clients = clients;
        this.joins = joins;
        this.derived = node.find(Derived.class);
        this.blocking = Blocking.executor(node.system());
        this.shelf = new PopUpShelf(
                node.find(PopUps.class), node.find(Identity.class), node.find(PopUpPictures.class), blocking);
    }

    List<Operation> operations(DoorTokens doors, Sessions sessions) {
        return Stream.of(popUps(), rooms(), tickets(), doors(doors, sessions), messages(), series())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> popUps() {
        var clock = node.clock();
        var board = node.find(PopUpBoard.class);
        var calendar = node.find(PopUpCalendar.class);
        return Stream.of(
                        new PopUpOperations(shelf, node.find(LiveClasses.class), derived).operations(),
                        new PopUpListOperations(board, shelf, new Cursors(derived), clock, blocking).operations(),
                        new CalendarOperations(shelf, calendar, node.find(Identity.class), clients, clock, blocking)
                                .operations(),
                        new PictureOperations(shelf, node.find(PopUpPictures.class), blocking).operations(),
                        new CloseOutOperations(shelf).operations())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> rooms() {
        var classes = node.find(LiveClasses.class);
        var shelves = new HybridOperations.Shelves(
                shelf, new Shelf(classes, node.find(Identity.class)), node.find(PopUpBoard.class));
        var pops = new PopOperations(node.find(KnownPops.class));
        var door = new JoinDoor(node.find(LivePlane.class), joins, pops, limits, clients);
        return new HybridOperations(shelves, node.find(PlaceMoves.class), classes, door, node.clock(), blocking)
                .operations();
    }

    private List<Operation> tickets() {
        return Stream.of(
                        new TicketOperations(shelf, node.find(PlaceMoves.class), derived, node.clock()).operations(),
                        new TransferOperations(shelf, new TransferCodes(node.find(Tokens.class))).operations(),
                        new PassOperations(shelf, node.find(PassKeys.class), blocking).operations())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> doors(DoorTokens tokens, Sessions sessions) {
        var keys = node.find(PassKeys.class);
        var names = node.find(MemberNames.class);
        var clock = node.clock();
        var doors = new DoorSessionOperations.Doors(new Invitations(node.database(), clock), tokens, sessions, derived);
        return Stream.of(
                        new DoorOperations(shelf, keys, names, derived, clock, blocking).operations(),
                        new DoorBookOperations(shelf, keys, names, blocking).operations(),
                        new DoorSessionOperations(shelf, doors, clients, clock, blocking).operations(),
                        new AttendeeOperations(shelf, names, paging(), blocking).operations())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> messages() {
        var outbox = node.find(Outbox.class);
        var books = new MessageOperations.Books(node.find(MemberNames.class), paging(), derived);
        return Stream.of(
                        new MessageOperations(shelf, outbox, books, limits, node.clock(), blocking).operations(),
                        new MailboxOperations(outbox, node.find(Identity.class), paging(), blocking).operations())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> series() {
        var records = new SeriesOperations.Records(
                node.find(AllSeries.class), node.find(SeriesShelf.class), node.find(PopUpBoard.class));
        return Stream.of(
                        new SeriesOperations(records, shelf, derived, paging(), node.clock(), blocking).operations(),
                        new ImportOperations(node.find(PopUps.class), derived, node.clock(), blocking).operations())
                .flatMap(List::stream)
                .toList();
    }

    private Paging paging() {
        return new Paging(new Cursors(derived));
    }
}
