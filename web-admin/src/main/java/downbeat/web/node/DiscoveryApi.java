package downbeat.web.node;

import downbeat.classes.view.ClassBoard;
import downbeat.cluster.node.NodeContext;
import downbeat.discovery.alert.view.AlertTable;
import downbeat.discovery.alert.view.ToldTable;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.discovery.view.Tastes;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.alert.OpenPages;
import downbeat.web.http.discovery.AlertOperations;
import downbeat.web.http.discovery.DiscoverOperations;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.token.Derived;
import downbeat.web.outbox.Outbox;
import java.util.List;
import java.util.stream.Stream;

/** What a node answers about what there is to find. */
final class DiscoveryApi {
    private DiscoveryApi() {}

    static List<Operation> operations(NodeContext node, RateLimits limits) {
        return Stream.of(searching(node), telling(node, limits))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> telling(NodeContext node, RateLimits limits) {
        return new AlertOperations(
                        new AlertOperations.Tables(
                                node.find(AlertTable.class), node.find(ToldTable.class), node.find(ListingTable.class)),
                        node.find(OpenPages.class),
                        node.find(Outbox.class),
                        node.find(Derived.class),
                        limits,
                        node.clock(),
                        node.system(),
                        Blocking.executor(node.system()))
                .operations();
    }

    private static List<Operation> searching(NodeContext node) {
        return new DiscoverOperations(
                        node.find(Replica.class),
                        node.find(ListingTable.class),
                        new Tastes(node.database(), node.find(ClassBoard.class), node.find(PopUpBoard.class)),
                        new Cursors(node.find(Derived.class)),
                        node.clock(),
                        Blocking.executor(node.system()))
                .operations();
    }
}
