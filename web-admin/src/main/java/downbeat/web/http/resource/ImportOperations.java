package downbeat.web.http.resource;

import downbeat.popups.domain.LifeRefusal.AlreadyDrafted;
import downbeat.popups.domain.PopUpCommand.Draft;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.StartTime;
import downbeat.popups.entity.PopUps;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.imported.Brought;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.resource.ImportJson.Row;
import downbeat.web.http.resource.ImportJson.State;
import downbeat.web.identity.Caller;
import downbeat.web.identity.token.Derived;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Pop-ups from a file, of rows or of a calendar: each row becomes a draft or says why not, and none is half done. Whatever is
 * sent again makes nothing twice: a row is known by its key, an event by its UID.
 */
public final class ImportOperations {
    private static final int AT_ONCE = 25;

    private final PopUps popUps;
    private final Derived derived;
    private final Clock clock;
    private final Executor blocking;

    public ImportOperations(PopUps popUps, Derived derived, Clock clock, Executor blocking) {
        this.popUps = popUps;
        this.derived = derived;
        this.clock = clock;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("importPopUps", "/api/v1/pop-ups/import", Access.ORGANIZER, Takes.FILE, this::take)
                        .knowing(ImportFile.QUERY)
                        .allowing(Allowance.IMPORT_BY_ADDRESS));
    }

    private CompletionStage<Answer> take(Call call) {
        boolean trial = call.flag("dryRun");
        var otherwise = ImportFile.otherwise(call);
        return CompletableFuture.supplyAsync(() -> ImportFile.read(call.body(), otherwise, clock.instant()), blocking)
                .thenComposeAsync(file -> rows(new Import(call.me(), file.mark(), trial), file.rows()), blocking)
                .thenApply(rows -> Answer.ok(ImportJson.of(rows)));
    }

    /** @param trial whether nothing is made */
    private record Import(Caller me, String mark, boolean trial) {}

    /** A row that can be made. */
    private record Fit(Brought.Event row, PopUpId id, PopUpDetails details) {}

    /** Some at once, so that a file of many rows leaves the node to others too. */
    private CompletionStage<List<Row>> rows(Import how, List<Brought> rows) {
        var keys = new HashSet<String>();
        CompletionStage<List<Row>> done = CompletableFuture.completedStage(List.of());
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var some = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
            done = done.thenCompose(
                    before -> all(some.stream().map(row -> row(how, row, keys)).toList())
                            .thenApply(more -> joined(before, more)));
        }
        return done;
    }

    private static CompletionStage<List<Row>> all(List<CompletionStage<Row>> rows) {
        var futures = rows.stream().map(CompletionStage::toCompletableFuture).toList();
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }

    private static List<Row> joined(List<Row> before, List<Row> more) {
        var all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    private CompletionStage<Row> row(Import how, Brought row, Set<String> keys) {
        return switch (row) {
            case Brought.Wrong wrong -> CompletableFuture.completedStage(Row.wrong(wrong, wrong.problem()));
            case Brought.Skipped skipped -> CompletableFuture.completedStage(Row.skipped(skipped));
            case Brought.Event event -> event(how, event, keys);
        };
    }

    private CompletionStage<Row> event(Import how, Brought.Event event, Set<String> keys) {
        try {
            if (!keys.add(event.key())) {
                throw ProblemType.BAD_FIELD.at("key", "must be another in each row; this one was there before.");
            }
            var id = new PopUpId(derived.name("u", how.me().account().value(), how.mark(), event.key()));
            var fit = new Fit(event, id, new ImportRow(event.cells()).details());
            return how.trial() ? tried(fit) : draft(how.me(), fit);
        } catch (ProblemException e) {
            return CompletableFuture.completedStage(Row.wrong(event, e.problem()));
        }
    }

    private CompletionStage<Row> tried(Fit fit) {
        return popUps.show(fit.id())
                .thenApply(card -> card.map(it -> there(fit, it.details()))
                        .or(() -> StartTime.problem(fit.details()).map(refusal -> Row.refused(fit.row(), refusal)))
                        .orElseGet(() -> Row.fine(fit.row(), State.FITS, null)));
    }

    private CompletionStage<Row> draft(Caller me, Fit fit) {
        return popUps.ask(fit.id(), new Draft(me.account(), fit.details()))
                .thenCompose(outcome -> outcome.fold(
                        reply -> CompletableFuture.completedStage(
                                Row.fine(fit.row(), State.MADE, fit.id().value())),
                        refusal -> refusal instanceof AlreadyDrafted
                                ? known(fit)
                                : CompletableFuture.completedStage(Row.refused(fit.row(), refusal))));
    }

    private CompletionStage<Row> known(Fit fit) {
        return popUps.show(fit.id())
                .thenApply(card -> card.map(it -> there(fit, it.details()))
                        .orElseGet(() -> Row.differs(fit.row(), fit.id().value())));
    }

    /** Of what repeats, the date that was taken may be over by now: the pop-up of it is still the same. */
    private static Row there(Fit fit, PopUpDetails made) {
        var said = fit.row().repeats() ? ImportRow.on(made.timing(), fit.details()) : fit.details();
        var id = fit.id().value();
        return said.equals(made) ? Row.fine(fit.row(), State.THERE, id) : Row.differs(fit.row(), id);
    }
}
