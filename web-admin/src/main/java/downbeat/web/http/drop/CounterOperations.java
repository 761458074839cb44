package downbeat.web.http.drop;

import downbeat.drops.domain.ClaimRefusal;
import downbeat.drops.domain.DropCommand.HandOver;
import downbeat.drops.domain.DropCommand.MakeReady;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.DropCard;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.Nonce;
import downbeat.web.drop.PickupCode;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Form;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.AtDoor;
import downbeat.web.http.resource.Parts;
import downbeat.web.http.resource.PopUpShelf;
import downbeat.web.identity.view.MemberNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The pickup counter of a pop-up, for its organizer and those who stand there: what is to be packed, handed over and added up. */
public final class CounterOperations {
    private static final String COUNTER = "/api/v1/pop-ups/{id}/counter";

    private final DropShelf drops;
    private final PopUpShelf popUps;
    private final Collected collected;
    private final HandoverUploads uploads;
    private final MemberNames names;
    private final Executor blocking;

    public CounterOperations(
            DropShelf drops, PopUpShelf popUps, DropBoard board, MemberNames names, Executor blocking) {
        this.drops = drops;
        this.popUps = popUps;
        this.collected = new Collected(drops, board, blocking);
        this.uploads = new HandoverUploads(drops, popUps, collected);
        this.names = names;
        this.blocking = blocking;
    }

    record ReadyJson(List<String> claims) {
        ReadyJson {
            claims = List.copyOf(claims);
        }
    }

    /** What went over the counter. */
    record HandedJson(
            String dropId,
            String claimId,
            String name,
            String bundleName,
            int units,
            int left,
            Instant at,
            String by) {}

    /** What became of everything that lay here, drop by drop. */
    record CloseOutJson(List<DropCloseOutJson> drops, boolean balanced) {
        CloseOutJson {
            drops = List.copyOf(drops);
        }
    }

    record DropCloseOutJson(String dropId, String title, FiguresJson.PointFiguresJson point) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get("showCounter", COUNTER, Access.DOOR, this::show),
                Operation.post("makeReady", COUNTER + "/ready", Access.DOOR, Takes.JSON, this::ready),
                Operation.post("handOver", COUNTER + "/handovers", Access.DOOR, Takes.JSON, this::handOver)
                        .allowing(Allowance.SCAN_BY_ADDRESS),
                Operation.post(
                                "uploadHandovers",
                                COUNTER + "/handovers/offline",
                                Access.DOOR,
                                Takes.SCANS,
                                uploads::take)
                        .allowing(Allowance.SCAN_BY_ADDRESS),
                Operation.get("showCounterCloseOut", COUNTER + "/close-out", Access.DOOR, this::closeOut));
    }

    private CompletionStage<Answer> show(Call call) {
        var point = Collected.point(call);
        return popUps.door(call)
                .thenCompose(
                        at -> collected.shownAt(point).thenApplyAsync(all -> book(call, at, point, all), blocking));
    }

    private Answer book(Call call, AtDoor at, PointId point, Map<DropId, DropCard> all) {
        var people = all.values().stream()
                .flatMap(card -> card.claimsAt(point))
                .map(ClaimCard::who)
                .distinct()
                .toList();
        var details = at.found().card().details();
        var book = CounterJson.of(point, details.title(), details.place().zone(), all, names.of(people), drops.codes());
        var tag = "\"%010d\"".formatted(Integer.toUnsignedLong(book.hashCode()));
        return (Versions.known(call, tag) ? Answer.unchanged() : Answer.ok(book)).with("ETag", tag);
    }

    private CompletionStage<Answer> ready(Call call) {
        var form = call.form().only("dropId", "claims");
        var drop = Parts.id(form, "dropId", DropId::new);
        var claims = form.texts("claims", MakeReady.MOST, 7).stream()
                .map(text -> claim(form, text))
                .toList();
        return popUps.door(call)
                .thenCompose(at -> drops.ask(call, drop, new MakeReady(Collected.point(call), claims)))
                .thenApply(reply -> switch (reply) {
                    case DropReply.MadeReady it ->
                        Answer.ok(new ReadyJson(
                                it.claims().stream().map(ClaimId::value).toList()));
                    default -> throw unexpected(reply);
                });
    }

    private static ClaimId claim(Form form, String text) {
        try {
            return new ClaimId(text);
        } catch (IllegalArgumentException e) {
            throw form.bad("claims", "must be numbers of claims.");
        }
    }

    static PickupCode code(Form form) {
        return PickupCode.read(form.text("code", 1, 120))
                .orElseThrow(() -> form.bad("code", "is no pickup code: it looks like 17-K3F9Q."));
    }

    /** The nonce makes repeats harmless. */
    private CompletionStage<Answer> handOver(Call call) {
        var form = call.form().only("code", "units", "nonce", "paid");
        var code = code(form);
        int units = form.has("units") ? form.integer("units", 0, Order.MOST_UNITS) : 0;
        var nonce = Parts.id(form, "nonce", Nonce::new);
        boolean paid = form.flag("paid", false);
        var point = Collected.point(call);
        return popUps.door(call)
                .thenCompose(at -> collected.at(point).thenCompose(here -> {
                    var drop = collected
                            .meant(here, code)
                            .orElseThrow(() -> Refusals.problem(new ClaimRefusal.NoSuchClaim())
                                    .asException());
                    var command = new HandOver(point, code.claim(), units, nonce, at.shownAs(call), paid);
                    return drops.ask(call, drop, command).thenCompose(reply -> handed(drop, reply));
                }));
    }

    private CompletionStage<Answer> handed(DropId drop, DropReply reply) {
        if (!(reply instanceof DropReply.HandedOver it)) {
            throw unexpected(reply);
        }
        return drops.show(drop)
                .thenApplyAsync(
                        found -> {
                            var card = found.orElseThrow();
                            var claim = card.claim(it.claim()).orElseThrow();
                            return Answer.ok(new HandedJson(
                                    drop.value(),
                                    it.claim().value(),
                                    names.of(List.of(claim.who())).getOrDefault(claim.who(), ""),
                                    card.details()
                                            .bundle(claim.order().bundle())
                                            .map(bundle -> bundle.name())
                                            .orElse(""),
                                    it.handover().units(),
                                    it.left(),
                                    it.handover().at(),
                                    it.handover().by()));
                        },
                        blocking);
    }

    private CompletionStage<Answer> closeOut(Call call) {
        var point = Collected.point(call);
        return popUps.door(call).thenCompose(at -> collected.shownAt(point)).thenApply(all -> {
            var rows = all.entrySet().stream()
                    .flatMap(entry -> entry.getValue().point(point).stream()
                            .map(it -> new DropCloseOutJson(
                                    entry.getKey().value(),
                                    entry.getValue().details().title(),
                                    FiguresJson.PointFiguresJson.of(entry.getValue(), it))))
                    .toList();
            return Answer.ok(new CloseOutJson(
                    rows, rows.stream().allMatch(row -> row.point().balanced())));
        });
    }

    static RuntimeException unexpected(DropReply reply) {
        return new IllegalStateException("A counter was answered " + reply);
    }
}
