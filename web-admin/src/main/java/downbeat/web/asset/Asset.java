package downbeat.web.asset;

import java.util.OptionalLong;

/**
 * One asset of a class.
 *
 * @param hash SHA-256 of its bytes, 64 hexadecimal digits
 * @param name what the trainer calls it, 1 to 200 characters
 * @param bytes how many
 * @param fromMs where in the plan it begins, ms; empty when it belongs to no moment
 */
public record Asset(String hash, AssetKind kind, String name, AssetType type, int bytes, OptionalLong fromMs) {

    /** Where it is served. */
    public String url() {
        return "/assets/" + hash + "." + type.extension();
    }
}
