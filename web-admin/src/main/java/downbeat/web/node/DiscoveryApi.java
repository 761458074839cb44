package downbeat.web.node;

import downbeat.classes.view.ClassBoard;
import downbeat.cluster.node.NodeContext;
import downbeat.discovery.alert.view.AlertTable;
import downbeat.discovery.alert.view.ToldTable;
import downbeat.discovery.journey.book.Journeys;
import downbeat.discovery.journey.book.Sightings;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.discovery.view.Tastes;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.alert.OpenPages;
import downbeat.web.http.discovery.AlertOperations;
import downbeat.web.http.discovery.DiscoverOperations;
import downbeat.web.http.discovery.FeedOperations;
import downbeat.web.http.discovery.ReachOperations;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.openactive.OpenActiveOperations;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.outbox.Outbox;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** What a node answers about what there is to find, whom it told of it and what came of that. */
final class DiscoveryApi {
    private final NodeContext node;
    private final Client clients;
    private final RateLimits limits;
    private final Executor blocking;

    DiscoveryApi(NodeContext node, Client clients, RateLimits limits) {
        this.node = node;
        this.clients = clients;
        this.limits = limits;
        this.blocking = Blocking.executor(node.system());
    }

    List<Operation> operations() {
        return Stream.of(discover(), feeds(), openActive(), alerts(), reach())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> discover() {
        return new DiscoverOperations(
                        node.find(Replica.class),
                        node.find(ListingTable.class),
                        new Tastes(node.database(), node.find(ClassBoard.class), node.find(PopUpBoard.class)),
                        node.find(Sightings.class),
                        new Cursors(node.find(Derived.class)),
                        node.clock(),
                        blocking)
                .operations();
    }

    private List<Operation> feeds() {
        return new FeedOperations(
                        node.find(Replica.class), node.find(ListingTable.class), clients, node.clock(), blocking)
                .operations();
    }

    private List<Operation> openActive() {
        return new OpenActiveOperations(node.find(ListingTable.class), node.find(MemberNames.class), clients, blocking)
                .operations();
    }

    private List<Operation> alerts() {
        return new AlertOperations(
                        new AlertOperations.Tables(
                                node.find(AlertTable.class), node.find(ToldTable.class), node.find(ListingTable.class)),
                        node.find(OpenPages.class),
                        node.find(Outbox.class),
                        node.find(Derived.class),
                        limits,
                        node.clock(),
                        node.system(),
                        blocking)
                .operations();
    }

    private List<Operation> reach() {
        return new ReachOperations(node.find(Journeys.class), node.clock(), blocking).operations();
    }
}
