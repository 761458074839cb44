package downbeat.web.node;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.discovery.alert.view.AlertTable;
import downbeat.discovery.alert.view.Announcer;
import downbeat.discovery.alert.view.Insiders;
import downbeat.discovery.alert.view.ToldTable;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.view.ListingTable;
import downbeat.drops.domain.DropId;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.alert.OpenPages;
import downbeat.web.identity.token.Derived;
import downbeat.web.outbox.NearLetters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Tells members of what opens near them. Offers {@link AlertTable}, {@link ToldTable} and {@link OpenPages} to the parts after it. */
final class AlertPart implements Part {

    @Override
    public String name() {
        return "alerts";
    }

    /** Those of discovery. */
    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext node) {
        var listings = node.find(ListingTable.class);
        var alerts = new AlertTable(node.database(), node.clock());
        var pages = new OpenPages(listings, node.metrics());
        node.offer(AlertTable.class, alerts);
        node.offer(ToldTable.class, new ToldTable(node.database()));
        node.offer(OpenPages.class, pages);
        var announcer = new Announcer(
                node.database(),
                alerts,
                listings,
                new NearLetters(),
                insiders(node),
                pages::hear,
                node.clock(),
                node.metrics());
        node.nowAndEvery(
                node.settings().config().getDuration("downbeat.discovery.tell-every"),
                "Nobody could be told of what opens near them",
                announcer::round);
        node.hourly("Old openings could not be taken away", announcer::clear);
        CoordinatedShutdown.get(node.system())
                .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "end-open-pages", () -> {
                    pages.close();
                    return CompletableFuture.completedStage(Done.getInstance());
                });
    }

    private static Insiders insiders(NodeContext node) {
        var popUps = node.find(PopUpBoard.class);
        var drops = node.find(DropBoard.class);
        var derived = node.find(Derived.class);
        return it -> {
            var all = new HashSet<>(guests(it, popUps, drops));
            all.add(new ParticipantId(derived.name("m", it.owner().value())));
            return all;
        };
    }

    private static Set<ParticipantId> guests(Listing it, PopUpBoard popUps, DropBoard drops) {
        return switch (it.id().kind()) {
            case CLASS -> Set.of();
            case POP_UP -> popUps.guestsOf(new PopUpId(it.id().source()));
            case DROP -> drops.crowdOf(new DropId(it.id().source()));
        };
    }
}
