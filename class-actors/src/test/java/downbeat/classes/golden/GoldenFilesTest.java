package downbeat.classes.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the aggregates store and what travels between nodes, against files written when each form was new. Every line of
 * a file must read for ever: a new form gets a new line, an old one is never edited.
 */
class GoldenFilesTest {

    /** @param samples one of every kind at least, in the order of the file */
    record Family(String file, Class<?> root, List<?> samples) {}

    private static Stream<Family> families() {
        return Stream.of(
                        ClassSamples.families(),
                        ParticipantSamples.families(),
                        PlanSamples.families(),
                        RigSamples.families())
                .flatMap(List::stream);
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

    /** A class could not be followed by another one then. */
    @TestFactory
    Stream<DynamicTest> what_was_written_in_an_older_form_is_still_read() {
        return families()
                .filter(family -> GoldenFilesTest.class.getResource("/golden/older/" + family.file() + ".json") != null)
                .map(family -> DynamicTest.dynamicTest(family.file(), () -> {
                    var older = golden("older/" + family.file());
                    assertThat(older).isNotEmpty();
                    for (var line : older) {
                        var read = Json.mapper().treeToValue(line, family.root());
                        assertThat(tree(family, read).findValues("nextClass")).allMatch(JsonNode::isNull);
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

    /**
     * Lines of a form that has since got a field more: what it means when it is missing is what it always meant. Names that were
     * kept then are left out, see below.
     */
    @TestFactory
    Stream<DynamicTest> lines_of_older_forms_are_still_read() {
        return families()
                .filter(family -> GoldenFilesTest.class.getResource(path("older/" + family.file())) != null)
                .map(family -> DynamicTest.dynamicTest(family.file(), () -> {
                    var golden = golden("older/" + family.file());
                    assertThat(golden).isNotEmpty();
                    for (int i = 0; i < golden.size(); i++) {
                        var read = Json.mapper().treeToValue(golden.get(i), family.root());
                        OlderForm.isHeldBy(tree(family, read), golden.get(i));
                    }
                }));
    }

    /** Classes once kept what people in their rooms are called: that is passed over. */
    @TestFactory
    Stream<DynamicTest> names_in_older_lines_are_passed_over() {
        return families()
                .filter(family -> GoldenFilesTest.class.getResource(path("named/" + family.file())) != null)
                .map(family -> DynamicTest.dynamicTest(family.file(), () -> {
                    var named = golden("named/" + family.file());
                    assertThat(named)
                            .isNotEmpty()
                            .allSatisfy(line -> assertThat(line.toString()).contains("Mia"));
                    for (var line : named) {
                        var read = Json.mapper().treeToValue(line, family.root());
                        assertThat(golden(family.file())).contains(tree(family, read));
                        assertThat(tree(family, read).toString()).doesNotContain("Mia");
                    }
                }));
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
