package downbeat.web.http.drop;

import downbeat.drops.domain.DropCommand.Fetch;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.entity.DropCard;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.ParticipantId;
import downbeat.web.asset.Assets;
import downbeat.web.drop.DownloadLinks;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Gathering;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.resource.AssetFile;
import downbeat.web.http.resource.PageJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What a member has of all drops together, and the files that come with bundles. */
public final class WalletOperations {
    private static final String DOWNLOAD = "/api/v1/downloads/{token}";

    private final DropShelf shelf;
    private final DropBoard board;
    private final DownloadLinks links;
    private final Assets assets;
    private final Paging paging;
    private final Executor blocking;

    public WalletOperations(
            DropShelf shelf, DropBoard board, DownloadLinks links, Assets assets, Paging paging, Executor blocking) {
        this.shelf = shelf;
        this.board = board;
        this.links = links;
        this.assets = assets;
        this.paging = paging;
        this.blocking = blocking;
    }

    /** A drop in which somebody has something. */
    record WalletJson(String dropId, String title, String phase, StandingJson mine, List<DownloadsJson> downloads) {
        WalletJson {
            downloads = List.copyOf(downloads);
        }

        static WalletJson of(DropId id, DropCard card, StandingJson mine) {
            return new WalletJson(
                    id.value(),
                    card.details().title(),
                    card.phase().name(),
                    mine,
                    mine.claims().stream()
                            .filter(claim -> claim.status().equals("CONFIRMED")
                                    || claim.status().equals("HANDED_OVER"))
                            .map(claim -> new BundleId(claim.bundle()))
                            .distinct()
                            .flatMap(bundle -> card.details().bundle(bundle).stream())
                            .filter(bundle -> bundle.online())
                            .map(bundle -> new DownloadsJson(
                                    bundle.id().value(),
                                    bundle.name(),
                                    bundle.downloads().size()))
                            .toList());
        }
    }

    record DownloadsJson(String bundle, String name, int files) {}

    record LinkJson(String name, String url, Instant expiresAt) {}

    record LinksJson(List<LinkJson> downloads) {
        LinksJson {
            downloads = List.copyOf(downloads);
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("listMyClaims", "/api/v1/me/claims", Access.SIGNED_IN, this::wallet)
                        .knowing("cursor"),
                Operation.post(
                        "fetchDownloads",
                        DropOperations.ONE + "/bundles/{bundle}/downloads",
                        Access.SIGNED_IN,
                        Takes.NOTHING,
                        this::links),
                Operation.get("download", DOWNLOAD, Access.ANYONE, this::download));
    }

    private CompletionStage<Answer> wallet(Call call) {
        var me = call.me().participant();
        return CompletableFuture.supplyAsync(() -> board.byMember(me), blocking).thenCompose(ids -> {
            var page = paging.of(call, "my-claims", ids, DropId::value);
            return Gathering.each(
                            page.rows(),
                            id -> shelf.show(call, id)
                                    .thenCompose(card -> wallet(id, card.filter(it -> it.phase() != Phase.DRAFT), me)))
                    .thenApply(items -> Answer.ok(new PageJson<>(items, page.next())));
        });
    }

    private CompletionStage<Optional<WalletJson>> wallet(DropId id, Optional<DropCard> card, ParticipantId me) {
        return card.map(it -> shelf.standing(id, it, me).thenApply(mine -> Optional.of(WalletJson.of(id, it, mine))))
                .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
    }

    /** The first time hands the bundle over. */
    private CompletionStage<Answer> links(Call call) {
        var id = DropShelf.id(call);
        var bundle = call.id("bundle", BundleId::new);
        var me = call.me().participant();
        return shelf.ask(call, id, new Fetch(me, bundle))
                .thenCompose(done -> shelf.read(call, id))
                .thenApply(card ->
                        Answer.ok(new LinksJson(card.details().bundle(bundle).orElseThrow().downloads().stream()
                                .map(it -> {
                                    var token = links.sign(me, new DownloadLinks.File(it.asset(), it.name()));
                                    return new LinkJson(
                                            it.name(), DOWNLOAD.replace("{token}", token.text()), token.expiresAt());
                                })
                                .toList())));
    }

    private CompletionStage<Answer> download(Call call) {
        var named = links.read(call.holes().getOrDefault("token", "")).flatMap(file -> AssetFile.named(file.asset()));
        return CompletableFuture.supplyAsync(
                () -> named.flatMap(it -> assets.content(it.hash(), it.type()).map(content -> file(it, content)))
                        .orElseThrow(Call::notFound),
                blocking);
    }

    /** Not to be kept by anybody in between, for the link ends; and without the tag of the file, by which it could be had for good. */
    private static Answer file(AssetFile file, byte[] content) {
        return Answer.bytes(file.type().media(), content)
                .with("Cache-Control", "private, no-store")
                .with("Content-Disposition", "attachment")
                .with("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
