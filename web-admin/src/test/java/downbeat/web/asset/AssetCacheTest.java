package downbeat.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetCacheTest {
    private final AssetCache cache = new AssetCache(10);

    @Test
    void what_was_not_asked_for_longest_makes_room() {
        cache.put("a", new byte[4]);
        cache.put("b", new byte[4]);
        assertThat(cache.find("a")).isPresent();
        cache.put("c", new byte[4]);
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("b")).isEmpty();
        assertThat(cache.bytes()).isEqualTo(8);
    }

    @Test
    void what_is_larger_than_all_of_it_is_not_held() {
        cache.put("a", new byte[4]);
        cache.put("b", new byte[11]);
        assertThat(cache.find("a")).isPresent();
        assertThat(cache.find("b")).isEmpty();
    }

    @Test
    void what_is_put_twice_counts_once() {
        cache.put("a", new byte[4]);
        cache.put("a", new byte[4]);
        assertThat(cache.bytes()).isEqualTo(4);
    }
}
