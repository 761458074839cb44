package downbeat.drops.kill;

import downbeat.classes.ClassesPart;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.node.Node;
import downbeat.drops.DropsPart;
import downbeat.drops.domain.Capsule;
import downbeat.drops.domain.DropCommand;
import downbeat.drops.domain.DropCommand.Announce;
import downbeat.drops.domain.DropCommand.Compose;
import downbeat.drops.domain.DropCommand.Open;
import downbeat.drops.domain.DropCommand.Pay;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.Fixtures;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.entity.Drops;
import downbeat.drops.stage.QuietRoom;
import downbeat.drops.stage.World;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.popups.PopUpsPart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The process that is killed. Says what the drop of the process before it has, then lets everybody claim from one of its own, and
 * says each answer once it has it: {@code Rush data url user password seen wanted stock}, a dash for no drop.
 */
final class Rush {
    static final int LIMIT = 1;
    private static final int CLIENTS = 64;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Drops drops;
    private final DropId drop;
    private final AtomicInteger members = new AtomicInteger();

    private Rush(Drops drops, DropId drop) {
        this.drops = drops;
        this.drop = drop;
    }

    public static void main(String[] args) {
        var drops = drops(args);
        if (!args[4].equals("-")) {
            look(drops, new DropId(args[4]));
        }
        say("looked");
        if (!args[5].equals("-")) {
            new Rush(drops, new DropId(args[5])).begin(Integer.parseInt(args[6]));
        }
    }

    /** Of a node on the data, database, user and password that are named first. */
    static Drops drops(String[] args) {
        var settings = World.loopback()
                .withData(Path.of(args[0]))
                .with("downbeat.database.url", args[1])
                .with("downbeat.database.user", args[2])
                .with("downbeat.database.password", args[3]);
        var clock = Clock.fixed(Fixtures.OPENED, ZoneOffset.UTC);
        var node = answer(() -> Node.start(
                settings, List.of(new ClassesPart(), new QuietRoom(), new PopUpsPart(), new DropsPart()), clock));
        return node.context().find(Drops.class);
    }

    private static void look(Drops drops, DropId drop) {
        answer(() -> drops.show(drop))
                .ifPresent(card -> card.claims()
                        .forEach(claim -> say("found " + claim.id().number() + " "
                                + claim.who().value() + " " + claim.status())));
    }

    private void begin(int stock) {
        answer(() -> drops.ask(
                drop,
                new Compose(
                        Fixtures.TRAINER,
                        Capsule.of(stock).limit(LIMIT).priced().details())));
        answer(() -> drops.ask(drop, new Announce(Fixtures.SEED)));
        answer(() -> drops.ask(drop, new Open(List.of())));
        for (int client = 0; client < CLIENTS; client++) {
            next();
        }
    }

    /** Everybody presses twice, as people do; every other pays online and then does. */
    private void next() {
        int number = members.getAndIncrement();
        var who = new ParticipantId("m-" + number);
        var claim =
                number % 2 == 0 ? Fixtures.claim(who, Fixtures.kits(1)) : Fixtures.claimOnline(who, Fixtures.kits(1));
        ask(claim, who, "c-" + number)
                .thenCompose(again -> ask(claim, who, "c-" + number))
                .whenComplete((done, outage) -> next());
    }

    private CompletionStage<Outcome<DropReply>> ask(DropCommand command, ParticipantId who, String key) {
        var unused = drops.ask(drop, command, new IdempotencyKey(key));
        return unused.thenApply(outcome -> {
            if (outcome instanceof Outcome.Accepted<DropReply>(DropReply.Claimed it)) {
                say((command instanceof Pay ? "paid " : "promised ")
                        + it.claim().number() + " " + who.value());
            } else if (outcome instanceof Outcome.Accepted<DropReply>(DropReply.Held it)) {
                say("promised " + it.claim().number() + " " + who.value());
                pay(new Pay(it.claim(), new PaymentId("pay-" + who.value())), who);
            }
            return outcome;
        });
    }

    private void pay(Pay pay, ParticipantId who) {
        ask(pay, who, "p-" + who.value()).exceptionally(outage -> {
            pay(pay, who);
            return Outcome.accepted(new DropReply.Queued(0));
        });
    }

    /** Asks until there is an answer: a node that has just begun on a busy machine takes longer than an ask waits. */
    static <T> T answer(Supplier<CompletionStage<T>> question) {
        while (true) {
            try {
                return question.get().toCompletableFuture().join();
            } catch (CompletionException outage) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** One write per line, so that a kill cannot cut a line that was counted. */
    static synchronized void say(String line) {
        System.out.print(line + "\n");
        System.out.flush();
    }
}
