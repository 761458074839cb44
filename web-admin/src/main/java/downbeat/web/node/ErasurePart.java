package downbeat.web.node;

import downbeat.classes.participant.entity.Participants;
import downbeat.classes.rig.entity.Rigs;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.discovery.alert.view.AlertTable;
import downbeat.web.identity.entity.Accounts;
import downbeat.web.identity.erasure.Eraser;
import downbeat.web.identity.erasure.Erasure;
import downbeat.web.identity.erasure.Erasures;
import java.time.Duration;
import java.util.List;

/** Leads what members have asked to be deleted to its end; whatever holds something of members comes before it. */
final class ErasurePart implements Part {
    private static final Duration SWEEP_EVERY = Duration.ofHours(6);

    @Override
    public String name() {
        return "erasure";
    }

    /** Those of identity. */
    @Override
    public List<Schema> schemas() {
        return List.of();
    }

    @Override
    public void start(NodeContext node) {
        var accounts = node.find(Accounts.class);
        var participants = node.find(Participants.class);
        var rigs = node.find(Rigs.class);
        var alerts = node.find(AlertTable.class);
        var eraser = new Eraser(
                node.find(Erasures.class),
                List.of(
                        it -> accounts.erase(it.account()),
                        it -> participants.erase(it.participant()),
                        it -> rigs.erase(it.account())),
                it -> end(alerts, it),
                node::personalData,
                node.clock());
        var every = node.settings().config().getDuration("downbeat.identity.erase-every");
        node.nowAndEvery(every, "What is to be deleted could not be looked up", eraser::round);
        node.every(SWEEP_EVERY, "What came back of people who are gone could not be deleted", eraser::sweep);
    }

    /** Every node has alerts in memory: that one ended is a change it hears of. */
    private static void end(AlertTable alerts, Erasure erasure) {
        alerts.of(erasure.participant()).forEach(alert -> alerts.delete(alert.id(), erasure.participant()));
    }
}
