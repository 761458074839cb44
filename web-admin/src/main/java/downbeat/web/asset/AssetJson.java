package downbeat.web.asset;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.cluster.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An asset as devices and trainers are told of it: the same over HTTP and in {@code cue.v1}. */
public record AssetJson(
        String url,
        String hash,
        String kind,
        String name,
        int bytes,
        String type,
        @Nullable Long fromMs) {

    /** A class's list. */
    public record ListJson(long rev, List<AssetJson> assets) {
        public ListJson {
            assets = List.copyOf(assets);
        }
    }

    public static AssetJson of(Asset asset) {
        var from = asset.fromMs();
        return new AssetJson(
                asset.url(),
                asset.hash(),
                asset.kind().name(),
                asset.name(),
                asset.bytes(),
                asset.type().media(),
                from.isPresent() ? (Long) from.getAsLong() : null);
    }

    public static ListJson of(AssetList list) {
        return new ListJson(
                list.rev(), list.assets().stream().map(AssetJson::of).toList());
    }

    /** The list as text. */
    public static String text(AssetList list) {
        try {
            return Json.mapper().writeValueAsString(of(list));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of assets is JSON", e);
        }
    }
}
