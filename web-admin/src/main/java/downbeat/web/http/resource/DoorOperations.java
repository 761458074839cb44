package downbeat.web.http.resource;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.OfflineScan;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpCommand.RegisterDevice;
import downbeat.popups.domain.PopUpCommand.RevokeDevice;
import downbeat.popups.domain.PopUpCommand.ScanPass;
import downbeat.popups.domain.PopUpCommand.SetGates;
import downbeat.popups.domain.PopUpCommand.TurnAway;
import downbeat.popups.domain.PopUpCommand.UploadScans;
import downbeat.popups.domain.PopUpCommand.WalkIn;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.UploadAnswer;
import downbeat.popups.domain.Verdict;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import downbeat.popups.pass.Reading;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Refusals;
import downbeat.web.http.resource.DoorForm.Shown;
import downbeat.web.http.resource.DoorJson.DeviceJson;
import downbeat.web.http.resource.DoorJson.VerdictJson;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.pass.PassKeys;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The door of a pop-up, for its organizer and those who stand there: gates, devices, scans and what they add up to. */
public final class DoorOperations {
    private static final String ONE = "/api/v1/pop-ups/{id}";
    private static final String DEVICES = ONE + "/devices";
    private static final String SCANS = ONE + "/scans";

    private final PopUpShelf shelf;
    private final PassKeys keys;
    private final MemberNames names;
    private final Derived derived;
    private final Clock clock;
    private final Executor blocking;

    public DoorOperations(
            PopUpShelf shelf, PassKeys keys, MemberNames names, Derived derived, Clock clock, Executor blocking) {
        this.shelf = shelf;
        this.keys = keys;
        this.names = names;
        this.derived = derived;
        this.clock = clock;
        this.blocking = blocking;
    }

    record FateJson(String nonce, String fate) {
        static FateJson of(UploadAnswer answer) {
            return new FateJson(answer.nonce().value(), answer.fate().name());
        }
    }

    /** One answer for each scan, in the order of the upload. */
    record FatesJson(List<FateJson> answers) {
        FatesJson {
            answers = List.copyOf(answers);
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("showDoor", ONE + "/door", Access.DOOR, this::show),
                Operation.put("setGates", ONE + "/gates", Access.HOST, this::gates),
                Operation.post("registerDevice", DEVICES, Access.HOST, Takes.JSON, this::register),
                Operation.delete("revokeDevice", DEVICES + "/{device}", Access.HOST, this::revoke),
                Operation.post("scanPass", SCANS, Access.DOOR, Takes.JSON, this::scan)
                        .allowing(Allowance.SCAN_BY_ADDRESS),
                Operation.post("uploadScans", SCANS + "/offline", Access.DOOR, Takes.SCANS, this::upload)
                        .allowing(Allowance.SCAN_BY_ADDRESS),
                Operation.post("walkIn", ONE + "/walk-ins", Access.DOOR, Takes.JSON, this::walkIn)
                        .allowing(Allowance.SCAN_BY_ADDRESS));
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.door(call).thenApplyAsync(at -> door(at.found().card()), blocking);
    }

    private CompletionStage<Answer> gates(Call call) {
        var gates = DoorForm.gates(call.form());
        var command = Parts.checked(call.form(), () -> new SetGates(gates));
        return shelf.own(call)
                .thenCompose(found -> shelf.edit(call, found.id(), command)
                        .thenApply(Refusals::accepted)
                        .thenCompose(done -> shelf.read(found.id())))
                .thenApplyAsync(this::door, blocking);
    }

    private Answer door(PopUpCard card) {
        var troubled = card.tickets().stream().filter(t -> !t.incidents().isEmpty());
        return Answer.ok(DoorJson.of(card, names(troubled))).with("ETag", PopUpShelf.tag(card.edition()));
    }

    /** With an idempotency key the device's id follows from the key, so that a repeat is the same command. */
    private CompletionStage<Answer> register(Call call) {
        var name = call.form().only("name").text("name", 1, 60);
        var id = call.key()
                .map(key -> new DeviceId(derived.name("d", call.me().account().value(), key.value())))
                .orElseGet(() -> new DeviceId("d-" + UUID.randomUUID()));
        var command = Parts.checked(call.form(), () -> new RegisterDevice(id, name));
        return shelf.own(call)
                .thenCompose(found -> shelf.ask(call, found.id(), command))
                .thenApply(Refusals::accepted)
                .thenApply(done -> Answer.created(
                        call.request().getUri().path() + "/" + id.value(), new DeviceJson(id.value(), name, null)));
    }

    private CompletionStage<Answer> revoke(Call call) {
        var device = call.id("device", DeviceId::new);
        return shelf.own(call)
                .thenCompose(found -> {
                    var known = PopUpShelf.device(found.card(), device).orElseThrow(Call::notFound);
                    return shelf.ask(call, found.id(), new RevokeDevice(known.id()));
                })
                .thenApply(Refusals::accepted)
                .thenApply(done -> Answer.noContent());
    }

    /** A no is an answer too. The nonce makes repeats harmless. */
    private CompletionStage<Answer> scan(Call call) {
        var shown = DoorForm.shown(call.form());
        return shelf.door(call).thenCompose(at -> {
            at.actsAs(shown.device(), "device");
            at.decides(shown.override().isPresent(), "override");
            return judged(call, at, command(at, shown));
        });
    }

    /** Somebody without a ticket. The nonce makes repeats harmless here too: one ticket, one entry. */
    private CompletionStage<Answer> walkIn(Call call) {
        var walker = DoorForm.walker(call.form());
        return shelf.door(call).thenCompose(at -> {
            at.actsAs(walker.device(), "device");
            at.decides(walker.override().isPresent(), "override");
            return judged(
                    call,
                    at,
                    new WalkIn(
                            walker.nonce(),
                            walker.kind(),
                            walker.paid(),
                            walker.gate(),
                            walker.device(),
                            walker.override().map(why -> new Supervision(at.answers(), why))));
        });
    }

    private CompletionStage<Answer> judged(Call call, AtDoor at, PopUpCommand command) {
        return shelf.ask(call, at.found().id(), command)
                .thenApply(Refusals::accepted)
                .thenApplyAsync(reply -> Answer.ok(verdict(at.found().card(), reply)), blocking);
    }

    private PopUpCommand command(AtDoor at, Shown shown) {
        return switch (keys.reader().read(shown.pass(), at.found().id(), clock.instant())) {
            case Reading.Genuine(var pass) ->
                new ScanPass(
                        shown.nonce(),
                        pass.ticket(),
                        pass.issue(),
                        shown.gate(),
                        shown.device(),
                        shown.direction(),
                        shown.supervision(at.answers()));
            case Reading.Bad bad ->
                new TurnAway(
                        shown.nonce(),
                        shown.gate(),
                        shown.device(),
                        bad.problem().reason());
        };
    }

    /** @param card of just before the scan: whose ticket it is, and what gates and devices are called */
    private VerdictJson verdict(PopUpCard card, PopUpReply reply) {
        Verdict verdict = switch (reply) {
            case PopUpReply.Judged judged -> judged.verdict();
            default -> throw new IllegalStateException("A scan was answered " + reply);
        };
        return VerdictJson.of(verdict, card, names(verdict.ticket().flatMap(card::ticket).stream()));
    }

    /** Also from a device that was revoked since: what it scanned before has happened, and of what came after the rules know. */
    private CompletionStage<Answer> upload(Call call) {
        return shelf.formerDoor(call)
                .thenCompose(at -> {
                    List<OfflineScan> scans = DoorForm.scans(call.form(), at, keys.reader());
                    return shelf.ask(call, at.found().id(), new UploadScans(scans));
                })
                .thenApply(Refusals::accepted)
                .thenApply(reply -> switch (reply) {
                    case PopUpReply.Uploaded uploaded ->
                        Answer.ok(new FatesJson(
                                uploaded.answers().stream().map(FateJson::of).toList()));
                    default -> throw new IllegalStateException("An upload was answered " + reply);
                });
    }

    private Map<ParticipantId, String> names(Stream<TicketCard> tickets) {
        return names.of(
                tickets.flatMap(ticket -> ticket.holder().stream()).distinct().toList());
    }
}
