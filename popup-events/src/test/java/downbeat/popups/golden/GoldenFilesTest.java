package downbeat.popups.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.wire.Json;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the aggregates store and what travels between nodes, against files written when each form was new. Every line of
 * a file must read for ever: a new form gets a new line, an old one is never edited.
 */
class GoldenFilesTest {
    private static final String WITHOUT_LANGUAGES = "older/without-languages/";

    /** @param samples one of every kind at least, in the order of the file */
    record Family(String file, Class<?> root, List<?> samples) {}

    private static Stream<Family> families() {
        return PopUpSamples.families().stream();
    }

    @TestFactory
    Stream<DynamicTest> every_kind_is_written_as_its_golden_line_and_read_from_it() {
        return families()
                .map(family -> DynamicTest.dynamicTest(family.file(), () -> {
                    var golden = golden(family.file());
                    assertThat(golden)
                            .as("lines of golden/%s.json", family.file())
                            .hasSameSizeAs(family.samples());
                    for (int i = 0; i < golden.size(); i++) {
                        var sample = family.samples().get(i);
                        assertThat(tree(family, sample)).as("written today").isEqualTo(golden.get(i));
                        assertThat((Object) Json.mapper().treeToValue(golden.get(i), family.root()))
                                .as("read today")
                                .isEqualTo(sample);
                    }
                }));
    }

    /** A ticket did not say why it was revoked. */
    @TestFactory
    Stream<DynamicTest> what_was_written_in_an_older_form_is_still_read() {
        return families()
                .filter(family -> GoldenFilesTest.class.getResource("/golden/older/" + family.file() + ".json") != null)
                .map(family -> DynamicTest.dynamicTest(family.file(), () -> {
                    var older = golden("older/" + family.file());
                    assertThat(older).isNotEmpty();
                    for (var line : older) {
                        var read = Json.mapper().treeToValue(line, family.root());
                        assertThat(tree(family, read).findValues("voidReason"))
                                .isNotEmpty()
                                .allMatch(JsonNode::isNull);
                    }
                }));
    }

    /** Nothing could be said of the languages in which it is held. */
    @TestFactory
    Stream<DynamicTest> what_was_written_before_it_could_say_its_languages_says_none() {
        return families()
                .filter(family -> GoldenFilesTest.class.getResource(path(WITHOUT_LANGUAGES + family.file())) != null)
                .map(family -> DynamicTest.dynamicTest(family.file(), () -> {
                    for (var line : golden(WITHOUT_LANGUAGES + family.file())) {
                        var read = Json.mapper().treeToValue(line, family.root());
                        assertThat(tree(family, read).findValues("languages"))
                                .isNotEmpty()
                                .allMatch(JsonNode::isEmpty);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> no_kind_is_without_a_golden_line() {
        return families()
                .map(family -> DynamicTest.dynamicTest(
                        family.file(),
                        () -> assertThat(family.samples().stream().<Class<?>>map(Object::getClass))
                                .containsAll(leaves(family.root()).toList())));
    }

    @Test
    void a_card_of_an_older_node_does_not_say_since_when_a_ticket_is_void() throws IOException {
        var read = Json.mapper().treeToValue(golden("older/pop-up-cards").getFirst(), PopUpCard.class);
        assertThat(read.tickets())
                .allSatisfy(ticket -> assertThat(ticket.voidAt()).isEmpty());
    }

    /** A card from before the stays of a ticket were told. */
    @Test
    void a_card_of_an_older_node_tells_no_stays() throws IOException {
        var read = Json.mapper().treeToValue(golden("older/pop-up-cards").getFirst(), PopUpCard.class);
        assertThat(read.tickets())
                .allSatisfy(ticket -> assertThat(ticket.stays()).isEmpty());
        assertThat(read.tickets()).extracting(TicketCard::inside).containsExactly(1);
    }

    @Test
    void a_card_of_before_the_earlier_scan_was_told_is_still_read() throws IOException {
        var card = Json.mapper()
                .treeToValue(golden("older/pop-up-cards").getFirst(), PopUpCard.class)
                .tickets()
                .getFirst();
        assertThat(card.earlier()).isEmpty();
        assertThat(card.incidents()).containsExactly(Incident.REENTRY);
    }

    private static String path(String name) {
        return "/golden/" + name + ".json";
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenFilesTest::leaves)
                : Stream.of(type);
    }

    private static JsonNode tree(Family family, Object sample) throws IOException {
        return Json.mapper().readTree(Json.mapper().writerFor(family.root()).writeValueAsBytes(sample));
    }

    private static List<JsonNode> golden(String name) throws IOException {
        try (InputStream file = GoldenFilesTest.class.getResourceAsStream(path(name))) {
            assertThat(file).as("golden/%s.json in the test resources", name).isNotNull();
            var lines = Json.mapper().readTree(file);
            return IntStream.range(0, lines.size()).mapToObj(lines::get).toList();
        }
    }
}
