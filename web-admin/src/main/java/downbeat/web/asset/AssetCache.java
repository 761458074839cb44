package downbeat.web.asset;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What this node served last, up to so many bytes: a class fetches one file within the same seconds. */
final class AssetCache {
    private final long most;
    private final Map<String, byte[]> held = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param most bytes in all; 0 holds nothing */
    AssetCache(long most) {
        this.most = most;
    }

    synchronized Optional<byte[]> find(String hash) {
        return Optional.ofNullable(held.get(hash));
    }

    /** Holds bytes that nobody changes; what was not asked for longest makes room. */
    synchronized void put(String hash, byte[] content) {
        if (content.length > most || held.containsKey(hash)) {
            return;
        }
        held.put(hash, content);
        bytes += content.length;
        for (Iterator<byte[]> oldest = held.values().iterator(); bytes > most; oldest.remove()) {
            bytes -= oldest.next().length;
        }
    }

    synchronized long bytes() {
        return bytes;
    }
}
