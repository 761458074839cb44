package downbeat.cluster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Large bytes between nodes. */
class SqueezedTest {

    @Property(tries = 50)
    void what_is_squeezed_comes_back(@ForAll @IntRange(max = 200_000) int length, @ForAll int seed) throws IOException {
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put("text", String.valueOf(seed % 10).repeat(length));
        var bytes = Json.cbor().writeValueAsBytes(tree);
        assertThat(Squeezed.loosen(Squeezed.squeeze(bytes))).isEqualTo(bytes);
    }

    @Test
    void what_is_small_stays_as_it_is_and_what_is_large_becomes_small() {
        assertThat(Squeezed.squeeze(new byte[Squeezed.LARGE - 1])).hasSize(Squeezed.LARGE - 1);
        assertThat(Squeezed.squeeze(new byte[5_000_000]).length).isLessThan(50_000);
    }

    @Test
    void damaged_and_hostile_bytes_are_refused() {
        var whole = Squeezed.squeeze(new byte[100_000]);
        assertThatThrownBy(() -> Squeezed.loosen(Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(IOException.class);
        var bomb = Squeezed.squeeze(new byte[Squeezed.MOST + 1]);
        assertThatThrownBy(() -> Squeezed.loosen(bomb)).hasMessageContaining("more than");
    }
}
