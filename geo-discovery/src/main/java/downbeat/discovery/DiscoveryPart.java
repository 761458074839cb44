package downbeat.discovery;

import akka.actor.typed.DispatcherSelector;
import downbeat.classes.entity.LiveClasses;
import downbeat.classes.participant.entity.Participants;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.PersonalTable;
import downbeat.cluster.node.Schema;
import downbeat.discovery.feed.Feeds;
import downbeat.discovery.journey.book.ClassSteps;
import downbeat.discovery.journey.book.Journeys;
import downbeat.discovery.journey.book.MemberSteps;
import downbeat.discovery.journey.book.PopUpSteps;
import downbeat.discovery.journey.book.Sightings;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.ListingWriter;
import downbeat.discovery.view.Replica;
import downbeat.popups.entity.PopUps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discovery on a node. Offers {@link Replica}, {@link ListingTable}, {@link Journeys} and {@link Sightings} to the parts after it; classes, pop-ups and drops, which are
 * listed, come before it. The node is not ready before its replica is filled.
 */
public final class DiscoveryPart implements Part {
    private static final Logger log = LoggerFactory.getLogger(DiscoveryPart.class);
    /** What could be reached so long ago is over, even if nobody said so: the longest class takes a quarter of it. */
    private static final Duration OVER = Duration.ofDays(1);
    /** Rows of what is over stay so long, for feeds that tell others that it is gone; OpenActive asks for 7 days. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** A year of figures, and what led to the first of them. */
    private static final Duration STEPS_KEPT = Duration.ofDays(400);

    private static final Duration NOTE_EVERY = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "discovery";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("discovery", "classpath:db/discovery"));
    }

    @Override
    public void start(NodeContext node) {
        node.holds(
                PersonalTable.ofParticipant("journey_step", "member"),
                PersonalTable.ofParticipant("journey_ticket", "holder"),
                PersonalTable.ofParticipant("journey_consent", "member"),
                PersonalTable.ofParticipant("alert", "member").staying(),
                PersonalTable.ofParticipant("alert_told", "member"),
                PersonalTable.ofAccount("journey_place", "owner").staying(),
                PersonalTable.ofAccount("listing", "owner").staying());
        Executor blocking = node.system().dispatchers().lookup(DispatcherSelector.blocking());
        var table = new ListingTable(node.database());
        var writer = new ListingWriter(node.database(), node.clock());
        var replica = new Replica(table, node.clock(), node.metrics());
        node.offer(ListingTable.class, table);
        node.offer(Replica.class, replica);
        Feeds.start(node, writer, blocking);
        node.health("discovery", () -> CompletableFuture.completedStage(replica.ready()));
        var follow = node.settings().config().getDuration("downbeat.discovery.follow-every");
        node.nowAndEvery(follow, "Listings could not be followed; what is found stays as it was", replica::follow);
        node.hourly("Old listings could not be taken away", () -> {
            writer.end(node.clock().instant().minus(OVER));
            int rows = writer.clear(node.clock().instant().minus(KEPT));
            if (rows > 0) {
                log.info("{} listings that have been over for {} days are taken away", rows, KEPT.toDays());
            }
        });
        journeys(node);
    }

    private static void journeys(NodeContext node) {
        var journeys = new Journeys(node.database());
        var sightings = new Sightings(node.database(), node.metrics());
        node.offer(Journeys.class, journeys);
        node.offer(Sightings.class, sightings);
        node.view(LiveClasses.AGGREGATE, new ClassSteps());
        node.view(PopUps.AGGREGATE, new PopUpSteps());
        node.view(Participants.AGGREGATE, new MemberSteps());
        node.every(NOTE_EVERY, "What was shown could not be noted", sightings::write);
        node.hourly("Old steps of members could not be taken away", () -> {
            int steps = journeys.clear(node.clock().instant().minus(STEPS_KEPT));
            if (steps > 0) {
                log.info("{} steps of members from more than {} days ago are taken away", steps, STEPS_KEPT.toDays());
            }
        });
    }
}
