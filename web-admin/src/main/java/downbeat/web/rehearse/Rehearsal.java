package downbeat.web.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.rehearse.check.DeviceLedger;
import downbeat.web.rehearse.check.Verdict;
import downbeat.web.rehearse.device.HeartRates;
import downbeat.web.rehearse.device.Member;
import downbeat.web.rehearse.device.Sockets;
import downbeat.web.rehearse.device.Temper;
import downbeat.web.rehearse.device.Trainer;
import downbeat.web.rehearse.report.Measurements;
import downbeat.web.rehearse.stage.ApiException;
import downbeat.web.rehearse.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One class, from the first member pressing join to the verdict. Blocks; to be run once. */
final class Rehearsal {
    private static final int EVENT_LOOPS = 2;
    private static final Duration ASK_EVERY = Duration.ofSeconds(20);
    private static final Duration BURST_EVERY = Duration.ofSeconds(20);
    private static final Duration BURST = Duration.ofSeconds(15);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);
    private static final double PAGES_PER_SECOND = 50;
    private static final Duration JOIN_PATIENCE = Duration.ofSeconds(30);
    /** Longer than the longest break of a link with the way back. */
    private static final Duration SETTLE_PATIENCE = Duration.ofSeconds(20);
    /** Members still send what they hold after the class has closed; it ends 10 s later. */
    private static final Duration LAST_ACKS = Duration.ofSeconds(2);

    /** The live check takes 45 s; the plan begins by itself. */
    private static final Duration LIVE_CHECK = Duration.ofSeconds(46);

    private static final Duration BANDWIDTH_LOW = Duration.ofSeconds(10);
    private static final Duration REPORT_PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Score score;
    private final Stage stage;
    private final Consumer<String> progress;
    private final Measurements measured = new Measurements();
    private final Retention retention = new Retention();
    private final List<Member> members = new ArrayList<>();
    private int asked;

    Rehearsal(Score score, Stage stage, Consumer<String> progress) {
        this.score = score;
        this.stage = stage;
        this.progress = progress;
    }

    /** What came of it. {@code serverReport} is the class report of the server itself. */
    record Outcome(
            Verdict verdict,
            Measurements measured,
            List<Member> members,
            Retention retention,
            int taps,
            int asked,
            String refused,
            Optional<JsonNode> serverReport) {}

    Outcome conduct() {
        Random random = new Random(score.seed());
        try (Sockets sockets = new Sockets(EVENT_LOOPS)) {
            Trainer trainer = new Trainer(sockets, stage.desk(stage.trainer()), random, measured);
            answer(trainer.enter(), "the trainer could not enter the class");
            invite(sockets, random);
            long start;
            if (score.intoRunning()) {
                openPages();
                start = begin(trainer);
                gather();
            } else {
                gather();
                start = begin(trainer);
            }
            run(trainer, start);
            settle(trainer);
            answer(trainer.command("close", JSON.createObjectNode()), "the class did not close");
            pause(LAST_ACKS);
            Optional<JsonNode> report = serverReport();
            members.forEach(Member::leave);
            trainer.leave();
            pause(Duration.ofMillis(300));
            sockets.close();
            return outcome(trainer, report);
        }
    }

    private Outcome outcome(Trainer trainer, Optional<JsonNode> report) {
        measured.finish();
        List<DeviceLedger> ledgers =
                new ArrayList<>(members.stream().map(Member::ledger).toList());
        ledgers.add(trainer.ledger());
        String refused = trainer.refused() == 0 ? "" : trainer.refused() + " refused, last " + trainer.lastRefusal();
        return new Outcome(
                Verdict.of(trainer.promises(), ledgers),
                measured,
                members,
                retention,
                trainer.taps(),
                asked,
                refused,
                report);
    }

    private void invite(Sockets sockets, Random random) {
        HeartRates ride = HeartRates.bundled();
        long start = System.nanoTime();
        for (int n = 0; n < score.members(); n++) {
            Random own = new Random(random.nextLong());
            Temper temper = score.temper(n, own);
            long from = own.nextLong(1_000);
            members.add(new Member(
                    "m-" + n,
                    temper,
                    own,
                    new Member.Surroundings(
                            sockets,
                            stage.desk(stage.members().get(n)),
                            stage.fetch(),
                            measured,
                            () -> ride.at(from + (System.nanoTime() - start) / 1_000_000_000L))));
        }
    }

    private void gather() {
        paced(score.joinsPerSecond(), (n, intended) -> members.get(n).join(intended));
        boolean all = await(
                JOIN_PATIENCE,
                () -> members.stream().filter(m -> !m.temper().deaf()).allMatch(Member::hasJoined));
        progress.accept("%d of %d members are in%s"
                .formatted(joined(), members.size(), all ? "" : ", the others gave no sign"));
    }

    /** Who comes late has had the page open before, and the page holds what join needs. */
    private void openPages() {
        List<CompletableFuture<Void>> pages = new ArrayList<>();
        paced(
                PAGES_PER_SECOND,
                (n, intended) -> pages.add(members.get(n).openPage().toCompletableFuture()));
        CompletableFuture.allOf(pages.toArray(CompletableFuture[]::new)).join();
    }

    private interface Act {
        void act(int member, long intendedNanos);
    }

    /** One member after the other, each at its intended time. */
    private void paced(double perSecond, Act act) {
        long start = System.nanoTime();
        for (int n = 0; n < members.size(); n++) {
            long intended = start + Math.round(n * 1e9 / perSecond);
            pause(Duration.ofNanos(Math.max(0, intended - System.nanoTime())));
            act.act(n, intended);
        }
    }

    private long joined() {
        return members.stream().filter(Member::hasJoined).count();
    }

    /** The class runs, and the trainer taps. */
    private long begin(Trainer trainer) {
        answer(trainer.command("bursts", JSON.createObjectNode().put("planned", false)), "bursts were not taken");
        if (score.script().adapt()) {
            var bounds = JSON.createObjectNode()
                    .put("on", true)
                    .put("cadencePct", 10)
                    .put("leadMs", 300);
            answer(trainer.command("adapt", bounds), "cues are not adapted");
        }
        if (score.script().liveCheck()) {
            answer(
                    trainer.command("check", JSON.createObjectNode().put("startAfter", true)),
                    "the live check did not begin");
            pause(LIVE_CHECK);
        } else {
            answer(trainer.command("start", JSON.createObjectNode()), "the class did not start");
        }
        long start = System.nanoTime();
        if (score.liveCues() > 0) {
            trainer.tap(start, score.cuesPerSecond(), score.liveCues(), "Half way there, hold on to it!");
        }
        return start;
    }

    private void run(Trainer trainer, long start) {
        long end = start + score.length().toNanos();
        boolean fallen = false;
        long nextAsk = start + ASK_EVERY.toNanos() / 4;
        long nextBurst = start + BURST_EVERY.toNanos() / 10;
        while (System.nanoTime() < end) {
            Duration since = Duration.ofNanos(System.nanoTime() - start);
            retention.look(members, since);
            if (!fallen && since.compareTo(score.length().dividedBy(4)) >= 0) {
                fallen = true;
                members.stream().filter(m -> m.temper().falls()).forEach(m -> m.fallFor(BANDWIDTH_LOW.toMillis()));
            }
            if (System.nanoTime() >= nextAsk && since.plusSeconds(5).compareTo(score.length()) < 0) {
                ask(trainer);
                nextAsk += ASK_EVERY.toNanos();
            }
            if (System.nanoTime() >= nextBurst && since.plusSeconds(5).compareTo(score.length()) < 0) {
                burst(trainer);
                nextBurst += BURST_EVERY.toNanos();
            }
            if (since.toSeconds() % 10 == 9) {
                progress.accept("%d s, %d cues, %d members here"
                        .formatted(
                                since.toSeconds() + 1,
                                trainer.taps(),
                                members.stream().filter(Member::isHere).count()));
            }
            pause(Duration.ofNanos(Math.min(1_000_000_000L, Math.max(0, end - System.nanoTime()))));
        }
        retention.look(members, score.length());
    }

    private void ask(Trainer trainer) {
        asked++;
        var unused = trainer.command(
                "ask",
                JSON.createObjectNode()
                        .put("cueId", "a-" + asked)
                        .put("question", asked % 2 == 1 ? "Ready?" : "How many?")
                        .put("answer", asked % 2 == 1 ? "READY" : "REPS"));
    }

    private static void burst(Trainer trainer) {
        var unused = trainer.command("burst", JSON.createObjectNode().put("forMs", BURST.toMillis()));
    }

    /** Links mend, answers come in, and every cue has the time to arrive. */
    private void settle(Trainer trainer) {
        members.forEach(Member::settle);
        boolean settled = await(
                SETTLE_PATIENCE,
                () -> trainer.unanswered() == 0
                        && members.stream()
                                .filter(m -> m.hasJoined() && !m.temper().deaf())
                                .allMatch(Member::isHere));
        if (!settled) {
            progress.accept("not everybody was back when the class closed");
        }
        pause(Duration.ofSeconds(1));
    }

    private Optional<JsonNode> serverReport() {
        long end = System.nanoTime() + REPORT_PATIENCE.toNanos();
        Optional<JsonNode> report = stage.api().report(stage.trainer(), stage.classId());
        while (report.isEmpty() && System.nanoTime() < end) {
            pause(Duration.ofSeconds(1));
            report = stage.api().report(stage.trainer(), stage.classId());
        }
        return report;
    }

    private static void answer(java.util.concurrent.Future<JsonNode> reply, String otherwise) {
        try {
            JsonNode frame = reply.get(ANSWER_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            if (frame.has("error")) {
                throw new ApiException(otherwise + ": " + frame.path("error"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(otherwise + ": interrupted");
        } catch (ExecutionException e) {
            throw new ApiException(otherwise + ": " + e.getCause());
        } catch (TimeoutException e) {
            throw new ApiException(otherwise + ": no answer within " + ANSWER_TIMEOUT.toSeconds() + " s");
        }
    }

    private static boolean await(Duration patience, BooleanSupplier holds) {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(Duration.ofMillis(50));
        }
        return true;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted");
        }
    }
}
