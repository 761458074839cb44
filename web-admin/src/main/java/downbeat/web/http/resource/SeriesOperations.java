package downbeat.web.http.resource;

import downbeat.kernel.Outcome;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.GateCard;
import downbeat.popups.series.domain.Beginning;
import downbeat.popups.series.domain.SeriesCommand;
import downbeat.popups.series.domain.SeriesCommand.Begin;
import downbeat.popups.series.domain.SeriesCommand.MoveDate;
import downbeat.popups.series.domain.SeriesCommand.Run;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesId;
import downbeat.popups.series.domain.SeriesReply;
import downbeat.popups.series.domain.Task;
import downbeat.popups.series.domain.Template;
import downbeat.popups.series.entity.AllSeries;
import downbeat.popups.series.entity.SeriesCard;
import downbeat.popups.series.view.SeriesShelf;
import downbeat.popups.view.PopUpBoard;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.SeriesJson.PreviewJson;
import downbeat.web.http.resource.SeriesJson.RowJson;
import downbeat.web.identity.token.Derived;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Pop-ups that take place again and again: looked at before they are made, then made, published, changed and cancelled together. */
public final class SeriesOperations {
    private static final String OF_A_POP_UP = "/api/v1/pop-ups/{id}/series";
    private static final String ALL = "/api/v1/series";
    private static final String ONE = ALL + "/{id}";

    private final Records records;
    private final PopUpShelf shelf;
    private final Derived derived;
    private final Paging paging;
    private final Clock clock;
    private final Executor blocking;

    public SeriesOperations(
            Records records, PopUpShelf shelf, Derived derived, Paging paging, Clock clock, Executor blocking) {
        this.records = records;
        this.shelf = shelf;
        this.derived = derived;
        this.paging = paging;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Where series are. */
    public record Records(AllSeries series, SeriesShelf shelf, PopUpBoard board) {}

    private record Found(SeriesId id, SeriesCard card) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("previewSeries", OF_A_POP_UP + "/preview", Access.HOST, Takes.JSON, this::preview),
                Operation.post("beginSeries", OF_A_POP_UP, Access.HOST, Takes.JSON, this::begin),
                Operation.get("listMySeries", "/api/v1/me/series", Access.ORGANIZER, this::list)
                        .knowing("cursor"),
                Operation.get("showSeries", ONE, Access.HOST, this::show),
                Operation.post("publishSeries", ONE + "/publish", Access.HOST, Takes.NOTHING, call -> {
                    return run(call, new Task.Publish());
                }),
                Operation.post("cancelSeries", ONE + "/cancel", Access.HOST, Takes.JSON, call -> {
                    return run(call, new Task.Cancel(call.form().only("reason").text("reason", 1, 280)));
                }),
                Operation.post("makeSeriesAlike", ONE + "/alike", Access.HOST, Takes.JSON, this::alike),
                Operation.post("moveSeriesDate", ONE + "/dates/{date}/move", Access.HOST, Takes.JSON, this::move));
    }

    private CompletionStage<Answer> preview(Call call) {
        return shelf.own(call).thenApply(found -> {
            var begin = asked(call, found, new SeriesId("s-preview"));
            begin.plan().problem().ifPresent(problem -> {
                throw Refusals.problem(problem).asException();
            });
            var zone = found.card().details().place().zone().getId();
            return Answer.ok(PreviewJson.of(zone, Beginning.dates(begin, clock.instant())));
        });
    }

    private CompletionStage<Answer> begin(Call call) {
        var id = call.key()
                .map(key -> new SeriesId(derived.name("s", call.me().account().value(), key.value())))
                .orElseGet(() -> new SeriesId("s-" + UUID.randomUUID()));
        return shelf.own(call)
                .thenCompose(found -> ask(call, id, asked(call, found, id)))
                .thenApply(Refusals::accepted)
                .thenCompose(done -> underway(id));
    }

    private static Begin asked(Call call, PopUpShelf.Found found, SeriesId id) {
        var first = found.card().details().timing().start().toLocalDate();
        var plan = SeriesForm.plan(call.form(), first);
        var begin = new Begin(id, call.me().account(), found.id(), template(found), plan);
        return Parts.checked(call.form(), () -> {
            plan.moved().forEach(one -> begin.template().at(one.start()));
            return begin;
        });
    }

    private static Template template(PopUpShelf.Found found) {
        return new Template(
                found.card().details(),
                found.card().door().gates().stream().map(GateCard::gate).toList());
    }

    private CompletionStage<Outcome<SeriesReply>> ask(Call call, SeriesId id, SeriesCommand command) {
        return call.key()
                .map(key -> records.series().ask(id, command, key))
                .orElseGet(() -> records.series().ask(id, command));
    }

    private CompletionStage<Answer> underway(SeriesId id) {
        return json(id).thenApply(json ->
                new Answer(202, "", json, Map.of("Location", ALL + "/" + id.value()), Optional.empty()));
    }

    private CompletionStage<SeriesJson> json(SeriesId id) {
        return records.series()
                .show(id)
                .thenApply(card -> card.orElseThrow(Call::notFound))
                .thenApplyAsync(card -> json(new Found(id, card)), blocking);
    }

    private SeriesJson json(Found found) {
        var made = found.card().dates().stream()
                .filter(SeriesDate::made)
                .map(SeriesDate::popUp)
                .toList();
        return SeriesJson.of(found.id(), found.card(), records.board().phases(made));
    }

    /** The series of the path if it is the caller's own, or 404. */
    private CompletionStage<Found> own(Call call) {
        var id = call.id("id", SeriesId::new);
        return records.series()
                .show(id)
                .thenApply(card -> card.filter(
                                it -> it.organizer().equals(call.me().account()))
                        .map(it -> new Found(id, it))
                        .orElseThrow(Call::notFound));
    }

    private CompletionStage<Answer> show(Call call) {
        return own(call).thenApplyAsync(found -> Answer.ok(json(found)), blocking);
    }

    private CompletionStage<Answer> list(Call call) {
        return CompletableFuture.supplyAsync(
                        () -> records.shelf().byOrganizer(call.me().account()), blocking)
                .thenApply(rows -> {
                    var page =
                            paging.of(call, "my-series", rows, row -> row.id().value());
                    return Answer.ok(
                            new PageJson<>(page.rows().stream().map(RowJson::of).toList(), page.next()));
                });
    }

    private CompletionStage<Answer> run(Call call, Task task) {
        return tell(call, new Run(task));
    }

    /** Another pop-up of the organizer's own is what they are all to be like. */
    private CompletionStage<Answer> alike(Call call) {
        var like = Parts.id(call.form().only("popUp"), "popUp", PopUpId::new);
        return own(call)
                .thenCompose(found -> shelf.show(like))
                .thenApply(card -> card.filter(it -> PopUpJson.isOwner(it, call.caller()))
                        .map(it -> template(new PopUpShelf.Found(like, it)))
                        .orElseThrow(Call::notFound))
                .thenCompose(template -> run(call, new Task.Alike(template)));
    }

    private CompletionStage<Answer> move(Call call) {
        var date = date(call.holes().getOrDefault("date", ""));
        var start = call.form().only("start").localTime("start");
        return own(call).thenCompose(found -> {
            Parts.checked(call.form(), () -> found.card().template().at(start));
            return tell(call, new MoveDate(date, start));
        });
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Call.notFound();
        }
    }

    private CompletionStage<Answer> tell(Call call, SeriesCommand command) {
        return own(call)
                .thenCompose(found -> ask(call, found.id(), command)
                        .thenApply(Refusals::accepted)
                        .thenCompose(done -> underway(found.id())));
    }
}
