package downbeat.web.http.discovery;

import akka.actor.typed.ActorSystem;
import downbeat.discovery.alert.Alert;
import downbeat.discovery.alert.AlertId;
import downbeat.discovery.alert.view.AlertTable;
import downbeat.discovery.alert.view.ToldTable;
import downbeat.discovery.alert.view.ToldTable.Told;
import downbeat.discovery.journey.HoldOut;
import downbeat.discovery.view.ListingTable;
import downbeat.kernel.ParticipantId;
import downbeat.web.alert.News;
import downbeat.web.alert.OpenPages;
import downbeat.web.http.discovery.AlertJson.AlertsJson;
import downbeat.web.http.discovery.AlertJson.ToldJson;
import downbeat.web.http.discovery.AlertJson.ToldsJson;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.guard.RateLimits;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.identity.token.Derived;
import downbeat.web.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What members want to be told of, and what they were told; each their own alone. */
public final class AlertOperations {
    static final String ALL = "/api/v1/me/alerts";
    static final String ONE = ALL + "/{id}";
    /** What was told stays on the page so long. */
    private static final Duration SHOWN = Duration.ofDays(7);
    /** On the page. */
    private static final int MOST_TOLD = 20;

    private final Tables tables;
    private final OpenPages pages;
    private final Outbox outbox;
    private final Derived derived;
    private final RateLimits limits;
    private final Clock clock;
    private final ActorSystem<?> system;
    private final Executor blocking;

    /** What is read and written. */
    public record Tables(AlertTable alerts, ToldTable told, ListingTable listings) {}

    public AlertOperations(
            Tables tables,
            OpenPages pages,
            Outbox outbox,
            Derived derived,
            RateLimits limits,
            Clock clock,
            ActorSystem<?> system,
            Executor blocking) {
        this.tables = tables;
        this.pages = pages;
        this.outbox = outbox;
        this.derived = derived;
        this.limits = limits;
        this.clock = clock;
        this.system = system;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("listAlerts", ALL, Access.SIGNED_IN, this::list),
                Operation.post("createAlert", ALL, Access.SIGNED_IN, Takes.JSON, this::create),
                Operation.get("listTold", ALL + "/told", Access.SIGNED_IN, this::told),
                Operation.get("showAlert", ONE, Access.SIGNED_IN, this::show),
                Operation.put("editAlert", ONE, Access.SIGNED_IN, this::edit),
                Operation.delete("deleteAlert", ONE, Access.SIGNED_IN, this::delete));
    }

    private CompletionStage<Answer> list(Call call) {
        var who = call.me().participant();
        return blocking(() -> Answer.ok(new AlertsJson(
                tables.alerts().of(who).stream().map(AlertJson::of).toList(),
                Alert.MOST,
                HoldOut.has(who),
                outbox.sends())));
    }

    private CompletionStage<Answer> create(Call call) {
        limits.take(Allowance.ALERT_BY_ACCOUNT, call.me().account().value());
        var wish = AlertForm.wish(call.form());
        return blocking(() -> {
            var made = Refusals.accepted(
                    tables.alerts().create(fresh(call), call.me().participant(), wish));
            return Answer.created(ALL + "/" + made.id().value(), AlertJson.of(made))
                    .with("ETag", Versions.tag(made.version()));
        });
    }

    /** With an idempotency key the id follows from the key, so that a repeat finds what it made. */
    private AlertId fresh(Call call) {
        return call.key()
                .map(key -> new AlertId(derived.name("l", call.me().account().value(), key.value())))
                .orElseGet(() -> new AlertId("l-" + UUID.randomUUID()));
    }

    private CompletionStage<Answer> show(Call call) {
        return blocking(() -> tagged(own(call)));
    }

    private CompletionStage<Answer> edit(Call call) {
        limits.take(Allowance.ALERT_BY_ACCOUNT, call.me().account().value());
        return blocking(() -> {
            var own = own(call);
            var seen = Versions.seen(call);
            var wish = AlertForm.wish(call.form());
            return tagged(Refusals.accepted(tables.alerts().edit(own.id(), own.member(), wish, seen)));
        });
    }

    private CompletionStage<Answer> delete(Call call) {
        return blocking(() -> {
            if (!tables.alerts().delete(id(call), call.me().participant())) {
                throw Call.notFound();
            }
            return Answer.noContent();
        });
    }

    /** A browser that listens hears what is told from now on, and first what it missed; anybody else reads what was told. */
    private CompletionStage<Answer> told(Call call) {
        var who = call.me().participant();
        if (!EventStream.asked(call)) {
            return blocking(() -> Answer.ok(
                    new ToldsJson(lately(who, -1).stream().map(ToldJson::of).toList())));
        }
        var live = pages.open(who, system);
        return blocking(() -> {
            long now = tables.told().clock();
            var missed = EventStream.last(call).map(last -> lately(who, last)).orElse(List.of());
            return EventStream.of(now, missed.reversed(), live);
        });
    }

    /** What can still be found of it, the newest first. */
    private List<News> lately(ParticipantId who, long after) {
        Instant since = clock.instant().minus(SHOWN);
        var told = tables.told().of(who, after, since, MOST_TOLD);
        var shown = tables.listings().shown(told.stream().map(Told::number).toList());
        return told.stream()
                .flatMap(it -> Optional.ofNullable(shown.get(it.number()))
                        .filter(listing -> listing.until().isAfter(clock.instant()))
                        .map(listing -> new News(it.change(), it.at(), listing))
                        .stream())
                .toList();
    }

    private static Answer tagged(Alert alert) {
        return Answer.ok(AlertJson.of(alert)).with("ETag", Versions.tag(alert.version()));
    }

    private Alert own(Call call) {
        return tables.alerts().find(id(call), call.me().participant()).orElseThrow(Call::notFound);
    }

    private static AlertId id(Call call) {
        return call.id("id", AlertId::new);
    }

    private CompletionStage<Answer> blocking(Supplier<Answer> answer) {
        return CompletableFuture.supplyAsync(answer, blocking);
    }
}
