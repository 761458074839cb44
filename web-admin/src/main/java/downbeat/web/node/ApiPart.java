package downbeat.web.node;

import com.typesafe.config.Config;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.library.entity.CuePlans;
import downbeat.classes.library.view.PlanShelf;
import downbeat.classes.live.LivePlane;
import downbeat.classes.participant.entity.Participants;
import downbeat.classes.rig.entity.Rigs;
import downbeat.classes.rig.view.RigBook;
import downbeat.classes.view.AttendanceBook;
import downbeat.classes.view.ClassBoard;
import downbeat.classes.view.TrainerDiary;
import downbeat.classes.view.TrainerNumbers;
import downbeat.cluster.journal.Stumbles;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.NodeStartException;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.drops.view.DropBoard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.PopUpBoard;
import downbeat.popups.view.PopUpCalendar;
import downbeat.web.asset.Assets;
import downbeat.web.asset.PopUpPictures;
import downbeat.web.door.DoorTokens;
import downbeat.web.http.HttpServer;
import downbeat.web.http.LiveSocket;
import downbeat.web.http.LiveTrail;
import downbeat.web.http.guard.Crowding;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.guard.SameOrigin;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Operations;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.operation.Repeats;
import downbeat.web.http.operation.Router;
import downbeat.web.http.operation.Sessions;
import downbeat.web.http.page.Pages;
import downbeat.web.http.page.PublicPages;
import downbeat.web.http.page.Publisher;
import downbeat.web.http.page.Tiles;
import downbeat.web.http.page.UnsubscribePage;
import downbeat.web.http.resource.AccountOperations;
import downbeat.web.http.resource.AssetOperations;
import downbeat.web.http.resource.AuditOperations;
import downbeat.web.http.resource.BookingOperations;
import downbeat.web.http.resource.ClassOperations;
import downbeat.web.http.resource.CuePlanOperations;
import downbeat.web.http.resource.ErasureOperations;
import downbeat.web.http.resource.ExportOperations;
import downbeat.web.http.resource.JoinDoor;
import downbeat.web.http.resource.LinkOperations;
import downbeat.web.http.resource.ListOperations;
import downbeat.web.http.resource.LiveOperations;
import downbeat.web.http.resource.NumbersOperations;
import downbeat.web.http.resource.PopOperations;
import downbeat.web.http.resource.ProfileOperations;
import downbeat.web.http.resource.ReportOperations;
import downbeat.web.http.resource.RigOperations;
import downbeat.web.http.resource.RoleOperations;
import downbeat.web.http.resource.Shelf;
import downbeat.web.http.resource.UnsubscribeOperations;
import downbeat.web.http.watch.WatchOperations;
import downbeat.web.identity.Identity;
import downbeat.web.identity.JoinTokens;
import downbeat.web.identity.audit.AuditTrail;
import downbeat.web.identity.domain.Role;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.Sealed;
import downbeat.web.identity.token.Tokens;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.once.RequestBook;
import downbeat.web.outbox.Outbox;
import downbeat.web.outbox.UnsubscribeTokens;
import downbeat.web.pop.KnownPops;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API, the pages and the socket of a node; offers the {@link HttpServer} to be bound when all parts have started. */
public final class ApiPart implements Part {

    @Override
    public String name() {
        return "api";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("api", "classpath:db/api"));
    }

    @Override
    public void start(NodeContext node) {
        var own = node.settings().config().getConfig("downbeat");
        var http = own.getConfig("http");
        var sameOrigin = new SameOrigin(Set.copyOf(http.getStringList("trusted-origins")));
        var limits = new RateLimits(own.getConfig("limits"), http.getBoolean("rate-limits"));
        var clients = new Client(http.getBoolean("behind-proxy"), http.getString("public-url"));
        var doors = new DoorTokens(node.find(Tokens.class), node.clock());
        var sessions = new Sessions(node.find(Identity.class), doors, node.clock());
        var tokens = new JoinTokens(node.find(Tokens.class), own.getDuration("identity.join-token-life"));
        var pages = new Pages(http.getString("ui-directory"), tiles(own.getConfig("discovery.tiles")));
        var operations = new Operations(Stream.of(
                        people(node, own, limits, clients, sessions),
                        classes(node, limits, clients, tokens),
                        rigs(node),
                        new PopUpApi(node, limits, clients, tokens).operations(doors, sessions),
                        links(node, pages),
                        new DropApi(node, limits).operations(),
                        new DiscoveryApi(node, clients, limits).operations(),
                        WebhookApi.operations(node, limits),
                        watching(node))
                .flatMap(List::stream)
                .toList());
        var trail = node.find(AuditTrail.class);
        var repeats = repeats(node);
        var router = new Router(
                operations, sameOrigin, limits, sessions, clients, repeats, trail, node.clock(), node.system());
        node.offer(Operations.class, operations);
        node.offer(
                HttpServer.class,
                new HttpServer(
                        node.system(),
                        router,
                        new Crowding(
                                node.system(),
                                http.getInt("most-under-way"),
                                http.getDuration("patience"),
                                node.find(MeterRegistry.class)),
                        pages,
                        publicPages(node, pages, publisher(own.getConfig("discovery.publisher")), clients),
                        socket(node, sameOrigin, tokens, clients),
                        clients));
    }

    private static Tiles tiles(Config tiles) {
        try {
            return new Tiles(tiles.getString("url"), tiles.getString("attribution"));
        } catch (IllegalArgumentException wrong) {
            throw new NodeStartException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static Publisher publisher(Config publisher) {
        try {
            return new Publisher(
                    publisher.getString("name"),
                    publisher.getString("legal-name"),
                    publisher.getString("discussion-url"));
        } catch (IllegalArgumentException wrong) {
            throw new NodeStartException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static PublicPages publicPages(NodeContext node, Pages pages, Publisher publisher, Client clients) {
        return new PublicPages(
                pages,
                new PublicPages.Records(
                        node.find(PopUps.class),
                        node.find(PopUpCalendar.class),
                        node.find(PopUpPictures.class),
                        node.find(Identity.class),
                        node.find(Replica.class),
                        node.find(ListingTable.class)),
                publisher,
                clients,
                node.clock(),
                Blocking.executor(node.system()));
    }

    private static List<Operation> links(NodeContext node, Pages pages) {
        var tokens = new UnsubscribeTokens(new Sealed(node.find(Derived.class)));
        return new UnsubscribeOperations(
                        tokens,
                        node.find(Outbox.class),
                        node.find(MemberNames.class),
                        new UnsubscribePage(pages),
                        Blocking.executor(node.system()))
                .operations();
    }

    private static Repeats repeats(NodeContext node) {
        var book = new RequestBook(node.database(), node.clock());
        node.hourly("Old requests could not be forgotten", book::forgetOld);
        return new Repeats(book, Blocking.executor(node.system()));
    }

    private static LiveSocket socket(NodeContext node, SameOrigin sameOrigin, JoinTokens tokens, Client clients) {
        var plane = node.find(LivePlane.class);
        var trail = node.find(AuditTrail.class);
        return new LiveSocket(sameOrigin, (upgrade, request) -> {
            var socket = new LiveTrail(tokens, trail, node.clock(), clients.address(request));
            return plane.socket(upgrade, LiveSocket.PROTOCOL, socket, socket);
        });
    }

    private static List<Operation> people(
            NodeContext node, Config own, RateLimits limits, Client clients, Sessions sessions) {
        var identity = node.find(Identity.class);
        var participants = node.find(Participants.class);
        var accounts = new AccountOperations(identity, participants, sessions, limits, clients, openRoles(own));
        return Stream.of(
                        accounts.operations(),
                        new RoleOperations(identity).operations(),
                        new ErasureOperations(node, sessions, limits, clients, Blocking.executor(node.system()))
                                .operations(),
                        new ProfileOperations(participants, identity).operations(),
                        new ExportOperations(
                                        participants,
                                        identity,
                                        node.personalData(),
                                        node.clock(),
                                        Blocking.executor(node.system()))
                                .operations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> classes(NodeContext node, RateLimits limits, Client clients, JoinTokens tokens) {
        var blocking = Blocking.executor(node.system());
        var derived = node.find(Derived.class);
        var classes = node.find(LiveClasses.class);
        var plane = node.find(LivePlane.class);
        var plans = node.find(CuePlans.class);
        var shelf = new Shelf(classes, node.find(Identity.class));
        var cursors = new Cursors(derived);
        var names = node.find(MemberNames.class);
        var drops = node.find(DropBoard.class);
        var library = new CuePlanOperations(plans, derived, blocking);
        var pops = new PopOperations(node.find(KnownPops.class));
        var boards = new ListOperations.Boards(
                node.find(ClassBoard.class),
                node.find(PlanShelf.class),
                node.find(AttendanceBook.class),
                classes,
                plans);
        return Stream.of(
                        new ClassOperations(classes, plane, shelf, library, derived).operations(),
                        new BookingOperations(classes, shelf, names, new Paging(cursors), blocking).operations(),
                        new AssetOperations(node.find(Assets.class), shelf, plane, blocking, node.metrics())
                                .operations(),
                        new LiveOperations(plane, shelf, new JoinDoor(plane, tokens, pops, limits, clients))
                                .operations(),
                        new ListOperations(boards, shelf, cursors, node.clock(), blocking).operations(),
                        new ReportOperations(shelf, names, drops, blocking).operations(),
                        new NumbersOperations(node.find(TrainerNumbers.class), drops, node.clock(), blocking)
                                .operations(),
                        library.operations(),
                        pops.operations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> rigs(NodeContext node) {
        var records = new RigOperations.Records(
                node.find(Rigs.class),
                node.find(RigBook.class),
                node.find(TrainerDiary.class),
                node.find(PopUpBoard.class),
                node.find(PopUps.class));
        var cursors = new Cursors(node.find(Derived.class));
        var blocking = Blocking.executor(node.system());
        return Stream.of(
                        new RigOperations(records, node.find(KnownPops.class), cursors, node.clock(), blocking)
                                .operations(),
                        new LinkOperations().operations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> watching(NodeContext node) {
        var metrics = node.find(PrometheusMeterRegistry.class);
        var blocking = Blocking.executor(node.system());
        return Stream.of(
                        new AuditOperations(
                                        node.find(AuditTrail.class), new Cursors(node.find(Derived.class)), blocking)
                                .operations(),
                        new WatchOperations(node::readiness, node.find(Stumbles.class)::names, metrics::scrape)
                                .operations())
                .flatMap(List::stream)
                .toList();
    }

    private static Set<Role> openRoles(Config own) {
        return own.getStringList("identity.self-registration").stream()
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }
}
