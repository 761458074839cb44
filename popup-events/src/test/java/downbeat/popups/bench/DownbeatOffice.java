package downbeat.popups.bench;

import downbeat.classes.ClassesPart;
import downbeat.cluster.node.Node;
import downbeat.cluster.node.NodeSettings;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.popups.PopUpsPart;
import downbeat.popups.domain.Fixtures;
import downbeat.popups.domain.PopUpCommand.Confirm;
import downbeat.popups.domain.PopUpCommand.PlaceHold;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.entity.PopUps;
import downbeat.popups.entity.TicketCard;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Pop-ups on a node of this process, with the board beside them as on every node. */
final class DownbeatOffice implements BoxOffice {
    private final String name;
    private final Node node;
    private final PopUps popUps;

    DownbeatOffice(String name, NodeSettings settings) {
        this.name = name;
        Clock clock = Clock.fixed(Fixtures.BEFORE, ZoneOffset.UTC);
        this.node = answer(Node.start(settings, List.of(new ClassesPart(), new PopUpsPart()), clock));
        this.popUps = node.context().find(PopUps.class);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void publish(String popUp, int capacity) {
        var id = new PopUpId(popUp);
        var kind = Fixtures.kind(Fixtures.STANDARD, Category.PAID, capacity, Fixtures.PRICE, 1);
        answer(popUps.draft(id, new AccountId("a-organizer"), Fixtures.details(capacity, kind)));
        answer(popUps.publish(id));
    }

    @Override
    public boolean book(String popUp, String guest) {
        var id = new PopUpId(popUp);
        var who = new ParticipantId(guest);
        var hold = new HoldId("h-" + guest);
        var held = answer(popUps.ask(id, new PlaceHold(hold, who, Standing.GUEST, Fixtures.STANDARD, 1)));
        return held instanceof Outcome.Accepted
                && answer(popUps.ask(id, new Confirm(hold, who, true))) instanceof Outcome.Accepted;
    }

    @Override
    public Count count(String popUp) {
        var tickets = answer(popUps.show(new PopUpId(popUp))).orElseThrow().tickets();
        return new Count(
                tickets.size(),
                tickets.stream().map(TicketCard::holder).distinct().count());
    }

    private static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Override
    public void close() {
        node.close();
    }
}
