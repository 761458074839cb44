package downbeat.web.node;

import downbeat.classes.view.ClassBoard;
import downbeat.cluster.node.NodeContext;
import downbeat.discovery.journey.book.Journeys;
import downbeat.discovery.journey.book.Sightings;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.discovery.view.Tastes;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.http.discovery.DiscoverOperations;
import downbeat.web.http.discovery.FeedOperations;
import downbeat.web.http.discovery.ReachOperations;
import downbeat.web.http.openactive.OpenActiveOperations;
import downbeat.web.http.operation.Client;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.view.MemberNames;
import java.util.List;
import java.util.stream.Stream;

/** What a node answers about what there is to find. */
final class DiscoveryApi {
    private DiscoveryApi() {}

    static List<Operation> operations(NodeContext node, Client clients) {
        return Stream.of(discover(node), feeds(node, clients), openActive(node, clients), reach(node))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> feeds(NodeContext node, Client clients) {
        return new FeedOperations(
                        node.find(Replica.class),
                        node.find(ListingTable.class),
                        clients,
                        node.clock(),
                        Blocking.executor(node.system()))
                .operations();
    }

    private static List<Operation> openActive(NodeContext node, Client clients) {
        return new OpenActiveOperations(
                        node.find(ListingTable.class),
                        node.find(MemberNames.class),
                        clients,
                        Blocking.executor(node.system()))
                .operations();
    }

    private static List<Operation> discover(NodeContext node) {
        return new DiscoverOperations(
                        node.find(Replica.class),
                        node.find(ListingTable.class),
                        new Tastes(node.database(), node.find(ClassBoard.class), node.find(PopUpBoard.class)),
                        node.find(Sightings.class),
                        new Cursors(node.find(Derived.class)),
                        node.clock(),
                        Blocking.executor(node.system()))
                .operations();
    }

    private static List<Operation> reach(NodeContext node) {
        return new ReachOperations(node.find(Journeys.class), node.clock(), Blocking.executor(node.system()))
                .operations();
    }
}
