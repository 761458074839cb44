package downbeat.web.http.resource;

import downbeat.classes.rig.domain.Checklist;
import downbeat.classes.rig.domain.Checklist.Facts;
import downbeat.classes.rig.domain.Checklist.Happening;
import downbeat.classes.rig.domain.RecordedVerdict;
import downbeat.classes.rig.domain.RigCommand.RecordVerdict;
import downbeat.classes.rig.domain.RigReply;
import downbeat.classes.rig.entity.RigCard;
import downbeat.classes.rig.entity.Rigs;
import downbeat.classes.rig.view.RigBook;
import downbeat.classes.view.TrainerDiary;
import downbeat.kernel.AccountId;
import downbeat.kernel.PopId;
import downbeat.popups.entity.PopUps;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Cursors;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.RigJson.ChecklistJson;
import downbeat.web.http.resource.RigJson.VerdictJson;
import downbeat.web.pop.KnownPops;
import downbeat.web.pop.PopAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A trainer's own rig: verdicts about it, and what is left to do before the first class. */
public final class RigOperations {
    private static final String VERDICTS = "/api/v1/rig/verdicts";
    private static final String LIST = "rig-verdicts";
    private static final int PAGE = 50;

    private final Rigs rigs;
    private final RigBook book;
    private final TrainerDiary diary;
    private final PopUpBoard board;
    private final PopUps popUps;
    private final KnownPops pops;
    private final Cursors cursors;
    private final Clock clock;
    private final Executor blocking;

    public RigOperations(Records records, KnownPops pops, Cursors cursors, Clock clock, Executor blocking) {
        this.rigs = records.rigs();
        this.book = records.book();
        this.diary = records.diary();
        this.board = records.board();
        this.popUps = records.popUps();
        this.pops = pops;
        this.cursors = cursors;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Where verdicts, classes and their rooms are on record. */
    public record Records(Rigs rigs, RigBook book, TrainerDiary diary, PopUpBoard board, PopUps popUps) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("recordVerdict", VERDICTS, Access.TRAINER, Takes.JSON, this::put)
                        .allowing(Allowance.VERDICT_BY_ADDRESS),
                Operation.get("listVerdicts", VERDICTS, Access.TRAINER, this::list)
                        .knowing("cursor"),
                Operation.get("showChecklist", "/api/v1/rig/checklist", Access.TRAINER, this::checklist));
    }

    /** The verdict is the server's: what is sent are figures. */
    private CompletionStage<Answer> put(Call call) {
        var me = call.me().account();
        var record = new RecordVerdict(me, RigForm.figures(call.form()));
        return call.key()
                .map(key -> rigs.ask(me, record, key))
                .orElseGet(() -> rigs.ask(me, record))
                .thenApply(Refusals::accepted)
                .thenApply(reply -> switch (reply) {
                    case RigReply.Recorded(var verdict) -> created(VerdictJson.of(verdict));
                });
    }

    /** Without an address of its own: it is in the list it was sent to. */
    private static Answer created(VerdictJson verdict) {
        return new Answer(201, "", verdict, Map.of(), Optional.empty());
    }

    private CompletionStage<Answer> list(Call call) {
        var me = call.me().account();
        var below = Optional.ofNullable(call.query().get("cursor"))
                .map(text -> Long.parseLong(cursors.open(LIST, text)))
                .orElse(Long.MAX_VALUE);
        return CompletableFuture.supplyAsync(() -> book.of(me, PAGE + 1, below), blocking)
                .thenApply(rows -> Answer.ok(page(rows)));
    }

    private PageJson<VerdictJson> page(List<RecordedVerdict> rows) {
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE
                ? cursors.seal(LIST, Long.toString(shown.getLast().number()))
                : null;
        return new PageJson<>(shown.stream().map(VerdictJson::of).toList(), next);
    }

    private CompletionStage<Answer> checklist(Call call) {
        var me = call.me().account();
        var known = rigs.show(me).thenCombine(pops.all(), (card, serving) -> Map.entry(card, ids(serving)));
        return known.thenCombineAsync(room(me), (it, room) -> facts(me, it.getKey(), it.getValue(), room), blocking)
                .thenApply(facts -> Answer.ok(ChecklistJson.of(Checklist.of(facts, clock.instant()))));
    }

    private Facts facts(AccountId me, Optional<RigCard> card, Set<PopId> serving, Optional<Happening> room) {
        return new Facts(
                card.map(RigCard::newest),
                serving,
                diary.lastHeld(me).map(RigOperations::happening),
                diary.next(me, clock.instant()).map(RigOperations::happening),
                room);
    }

    private CompletionStage<Optional<Happening>> room(AccountId me) {
        return CompletableFuture.supplyAsync(
                        () -> board.roomOf(diary.coming(me, clock.instant()), clock.instant()), blocking)
                .thenCompose(room ->
                        room.map(popUps::show).orElseGet(() -> CompletableFuture.completedStage(Optional.empty())))
                .thenApply(card -> card.map(it -> new Happening(it.details().title(), it.start())));
    }

    private static Happening happening(TrainerDiary.Entry entry) {
        return new Happening(entry.title(), entry.at());
    }

    private static Set<PopId> ids(List<PopAddress> serving) {
        return serving.stream().map(PopAddress::pop).collect(Collectors.toSet());
    }
}
