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
import downbeat.web.http.discovery.ReachOperations;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.token.Derived;
import java.util.List;
import java.util.stream.Stream;

/** What a node answers about what there is to find. */
final class DiscoveryApi {
    private DiscoveryApi() {}

    static List<Operation> operations(NodeContext node) {
        var blocking = Blocking.executor(node.system());
        var discover = new DiscoverOperations(
                node.find(Replica.class),
                node.find(ListingTable.class),
                new Tastes(node.database(), node.find(ClassBoard.class), node.find(PopUpBoard.class)),
                node.find(Sightings.class),
                new Cursors(node.find(Derived.class)),
                node.clock(),
                blocking);
        var reach = new ReachOperations(node.find(Journeys.class), node.clock(), blocking);
        return Stream.of(discover.operations(), reach.operations())
                .flatMap(List::stream)
                .toList();
    }
}
