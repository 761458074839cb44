package downbeat.cluster.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DownbeatModuleTest {

    sealed interface Shape {}

    record Round(double radius, Instant at) implements Shape {
        public boolean isHuge() {
            return radius > 10;
        }
    }

    sealed interface Angular extends Shape {}

    record Square(int side) implements Angular {}

    record Empty() implements Angular {}

    record Everything(
            ClassId id,
            Optional<ParticipantId> who,
            Map<ParticipantId, Integer> byWho,
            Map<Cell, Shape> byCell,
            List<Shape> shapes,
            Angular angular,
            Square square,
            Duration length,
            Money price) {}

    sealed interface Clash {
        record Same() implements Clash {}

        final class Other {
            record Same() implements Clash {}
        }
    }

    static Stream<ObjectMapper> mappers() {
        return Stream.of(Json.mapper(), Json.cbor());
    }

    private static final Cell CELL = Cell.of(new GeoPoint(52.52, 13.405), 8);
    private static final Everything EVERYTHING = new Everything(
            new ClassId("c-1"),
            Optional.of(new ParticipantId("anna")),
            Map.of(new ParticipantId("bert"), 2),
            Map.of(CELL, new Square(4)),
            List.of(new Round(1.5, Instant.ofEpochMilli(1_000)), new Square(2), new Empty()),
            new Empty(),
            new Square(9),
            Duration.ofSeconds(90),
            Money.of(1250, "EUR"));

    @ParameterizedTest
    @MethodSource("mappers")
    void what_is_written_is_read_again(ObjectMapper mapper) throws Exception {
        byte[] written = mapper.writeValueAsBytes(EVERYTHING);
        assertThat(mapper.readValue(written, Everything.class)).isEqualTo(EVERYTHING);
    }

    @Test
    void the_form_is_plain() throws Exception {
        assertThat(Json.mapper().writeValueAsString(EVERYTHING))
                .isEqualTo("{\"id\":\"c-1\",\"who\":\"anna\",\"byWho\":{\"bert\":2},\"byCell\":{\"" + CELL
                        + "\":{\"type\":\"Square\",\"side\":4}},\"shapes\":["
                        + "{\"type\":\"Round\",\"radius\":1.5,\"at\":\"1970-01-01T00:00:01Z\"},"
                        + "{\"type\":\"Square\",\"side\":2},{\"type\":\"Empty\"}],"
                        + "\"angular\":{\"type\":\"Empty\"},\"square\":{\"type\":\"Square\",\"side\":9},"
                        + "\"length\":\"PT1M30S\",\"price\":{\"minor\":1250,\"currency\":\"EUR\"}}");
    }

    @Test
    void a_sealed_root_is_read_by_the_name_of_its_leaf() throws Exception {
        assertThat(Json.mapper().readValue("{\"type\":\"Square\",\"side\":3,\"later\":true}", Shape.class))
                .isEqualTo(new Square(3));
        assertThatThrownBy(() -> Json.mapper().readValue("{\"type\":\"Star\"}", Shape.class))
                .hasMessageContaining("Star");
    }

    @Test
    void a_leaf_is_read_without_its_type_too() throws Exception {
        assertThat(Json.mapper().readValue("{\"side\":3}", Square.class)).isEqualTo(new Square(3));
    }

    @Test
    void a_bad_id_is_refused_in_its_own_words() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"id\":\"no spaces\"}", Everything.class))
                .hasMessageContaining("class id must be 1 to 64 characters")
                .hasMessageContaining("id");
    }

    @Test
    void two_leaves_of_one_name_are_refused() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"type\":\"Same\"}", Clash.class))
                .hasMessageContaining("would both be written as \"Same\"");
    }
}
