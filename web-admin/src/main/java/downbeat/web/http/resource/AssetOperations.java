package downbeat.web.http.resource;

import downbeat.classes.domain.Phase;
import downbeat.classes.live.LivePlane;
import downbeat.web.asset.Asset;
import downbeat.web.asset.AssetJson;
import downbeat.web.asset.Assets;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Refusals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What a class brings besides its plan, and its bytes by their hash. */
public final class AssetOperations {
    private static final String ALL = "/api/v1/classes/{id}/assets";
    private static final Set<Phase> RUNNING = EnumSet.of(Phase.LOBBY, Phase.LIVE, Phase.CLOSING);

    private final Assets assets;
    private final Shelf shelf;
    private final LivePlane plane;
    private final Executor blocking;
    private final Counter sent;

    public AssetOperations(Assets assets, Shelf shelf, LivePlane plane, Executor blocking, MeterRegistry metrics) {
        this.assets = assets;
        this.shelf = shelf;
        this.plane = plane;
        this.blocking = blocking;
        this.sent = Counter.builder("downbeat.assets")
                .description("Bytes of assets sent to devices and caches")
                .baseUnit(BaseUnits.BYTES)
                .register(metrics);
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("uploadAsset", ALL, Access.OWNER_OR_ADMIN, Takes.MEDIA, this::upload)
                        .knowing("kind", "name", "fromMs")
                        .allowing(Allowance.UPLOAD_BY_ADDRESS),
                Operation.get("listAssets", ALL, Access.SIGNED_IN, this::list),
                Operation.delete("removeAsset", ALL + "/{hash}", Access.OWNER_OR_ADMIN, this::remove),
                Operation.get("showAsset", "/assets/{file}", Access.ANYONE, this::show));
    }

    private CompletionStage<Answer> upload(Call call) {
        return shelf.kept(call).thenCompose(found -> {
            var upload = AssetForm.read(call);
            return CompletableFuture.supplyAsync(() -> assets.keep(found.id(), upload, call.body()), blocking)
                    .thenApply(Refusals::accepted)
                    .thenApply(asset -> {
                        changed(found);
                        return created(found, asset);
                    });
        });
    }

    private static Answer created(Shelf.Found found, Asset asset) {
        var place = ALL.replace("{id}", found.id().value()) + "/" + asset.hash();
        return Answer.created(place, AssetJson.of(asset));
    }

    /** Devices that are there hear of it; others read the list when the class begins. */
    private void changed(Shelf.Found found) {
        if (RUNNING.contains(found.card().phase())) {
            plane.assetsChanged(found.id());
        }
    }

    private CompletionStage<Answer> list(Call call) {
        return shelf.inside(call).thenApplyAsync(found -> Answer.ok(AssetJson.of(assets.list(found.id()))), blocking);
    }

    private CompletionStage<Answer> remove(Call call) {
        return shelf.kept(call)
                .thenApplyAsync(
                        found -> {
                            if (!assets.remove(found.id(), call.holes().getOrDefault("hash", ""))) {
                                throw Call.notFound();
                            }
                            changed(found);
                            return Answer.noContent();
                        },
                        blocking);
    }

    private Answer counted(Answer answer) {
        if (answer.body() instanceof byte[] bytes) {
            sent.increment(bytes.length);
        }
        return answer;
    }

    private CompletionStage<Answer> show(Call call) {
        var file = AssetFile.named(call.holes().getOrDefault("file", "")).orElseThrow(Call::notFound);
        return CompletableFuture.supplyAsync(
                () -> assets.content(file.hash(), file.type())
                        .map(content -> counted(file.answer(call, content)))
                        .orElseThrow(Call::notFound),
                blocking);
    }
}
