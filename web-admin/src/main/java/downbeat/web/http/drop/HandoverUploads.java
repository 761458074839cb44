package downbeat.web.http.drop;

import downbeat.drops.domain.DropCommand.OfflineHandover;
import downbeat.drops.domain.DropCommand.Upload;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Nonce;
import downbeat.web.drop.PickupCode;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Form;
import downbeat.web.http.resource.AtDoor;
import downbeat.web.http.resource.Parts;
import downbeat.web.http.resource.PopUpShelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes what counters handed over on their own. Also from a device that was revoked since: what it handed over before is handed over,
 * and what it says it did after is not taken.
 */
final class HandoverUploads {
    private static final String DEVICE_REVOKED = "DEVICE_REVOKED";
    private static final String UNKNOWN = DropReply.Judgement.UNKNOWN.name();

    private final DropShelf drops;
    private final PopUpShelf popUps;
    private final Collected collected;

    HandoverUploads(DropShelf drops, PopUpShelf popUps, Collected collected) {
        this.drops = drops;
        this.popUps = popUps;
        this.collected = collected;
    }

    record JudgedJson(String nonce, String judgement) {}

    /** One answer for each handover, in the order of the upload. */
    record UploadedJson(List<JudgedJson> answers) {
        UploadedJson {
            answers = List.copyOf(answers);
        }
    }

    private record Read(PickupCode code, OfflineHandover handover) {}

    CompletionStage<Answer> take(Call call) {
        var read = call.form().only("handovers").objects("handovers", 1, Upload.MOST).stream()
                .map(HandoverUploads::read)
                .toList();
        var point = Collected.point(call);
        return popUps.formerDoor(call)
                .thenCompose(at -> collected.at(point).thenCompose(here -> judged(call, at, point, read, here)))
                .thenApply(judgements -> Answer.ok(new UploadedJson(read.stream()
                        .map(it -> it.handover().nonce())
                        .map(nonce -> new JudgedJson(nonce.value(), judgements.getOrDefault(nonce, UNKNOWN)))
                        .toList())));
    }

    private static Read read(Form form) {
        form.only("nonce", "code", "units", "paid", "at");
        var code = CounterOperations.code(form);
        return new Read(
                code,
                new OfflineHandover(
                        Parts.id(form, "nonce", Nonce::new),
                        code.claim(),
                        form.integer("units", 1, Order.MOST_UNITS),
                        form.flag("paid", false),
                        Parts.instant(form, "at")));
    }

    private CompletionStage<Map<Nonce, String>> judged(
            Call call, AtDoor at, PointId point, List<Read> read, List<DropId> here) {
        Map<Nonce, String> judgements = new HashMap<>();
        var byDrop = new LinkedHashMap<DropId, List<OfflineHandover>>();
        for (var it : read) {
            if (at.revokedBy(it.handover().at())) {
                judgements.put(it.handover().nonce(), DEVICE_REVOKED);
            } else {
                collected
                        .meant(here, it.code())
                        .ifPresent(id -> byDrop.computeIfAbsent(id, none -> new ArrayList<>())
                                .add(it.handover()));
            }
        }
        CompletionStage<Map<Nonce, String>> all = CompletableFuture.completedStage(judgements);
        for (var entry : byDrop.entrySet()) {
            var upload = new Upload(point, at.shownAs(call), entry.getValue());
            all = all.thenCombine(drops.ask(entry.getKey(), upload), HandoverUploads::with);
        }
        return all;
    }

    private static Map<Nonce, String> with(Map<Nonce, String> judgements, DropReply reply) {
        if (!(reply instanceof DropReply.Uploaded it)) {
            throw CounterOperations.unexpected(reply);
        }
        it.answers()
                .forEach(answer ->
                        judgements.put(answer.nonce(), answer.judgement().name()));
        return judgements;
    }
}
