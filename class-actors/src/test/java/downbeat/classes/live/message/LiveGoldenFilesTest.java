package downbeat.classes.live.message;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import downbeat.classes.golden.OlderForm;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Extras;
import downbeat.classes.live.report.ClassReport;
import downbeat.cluster.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What nodes of different ages say to each other about a running class, and what its journal holds, against files written
 * when each form was new. A file is the readable JSON of the CBOR that travels. Files are only ever added: nodes are
 * replaced one by one in mid-class, and an old one must be understood.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveGoldenFilesTest {
    /** The oldest form of each, the one from before links and answers were measured, and the one from before there were rooms. */
    private static final List<String> OLDER =
            List.of("older/live", "older/live-with-rungs", "older/live-without-rooms");

    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseResources("downbeat-node.conf")
            .withFallback(ConfigFactory.parseString("akka.actor.provider = local"))
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve());
    private final Serialization serialization = SerializationExtension.get(Adapter.toClassic(kit.system()));
    private final Map<String, ActorRef<?>> probes = new LinkedHashMap<>();
    private final LiveForms forms = new LiveForms(probe("answers"), probe("cards"), probe("relay"), probe("socket"));

    private <T> ActorRef<T> probe(String name) {
        var probe = kit.<T>createTestProbe(name);
        probes.put(name, probe.ref());
        return probe.ref();
    }

    @AfterAll
    void stop() {
        kit.shutdownTestKit();
    }

    private Map<String, Object> named() {
        var all = new ArrayList<Object>(forms.sequencer());
        all.addAll(forms.relays());
        all.addAll(forms.connections());
        all.addAll(forms.answered());
        all.add(forms.card());
        var named = new LinkedHashMap<String, Object>();
        all.forEach(form -> named.put(name(form), form));
        forms.commands().forEach(form -> named.put("do-" + name(((SequencerMessage.Do) form).command()), form));
        return named;
    }

    private static String name(Object form) {
        var type = form.getClass();
        var owner = type.getEnclosingClass();
        return (owner == null ? "" : dashed(owner.getSimpleName()) + "-") + dashed(type.getSimpleName());
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    @TestFactory
    Stream<DynamicTest> every_form_is_written_as_its_golden_file_and_read_from_it() {
        return named().entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
                    var golden = golden(form.getKey());
                    assertThat(written(form.getValue())).as("as written today").isEqualTo(golden);
                    assertThat(read(form.getValue(), golden))
                            .as("as read today")
                            .isEqualTo(form.getValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_fact_is_stored_as_its_golden_file_and_read_from_it() {
        return LiveForms.facts().stream()
                .map(fact -> DynamicTest.dynamicTest(factName(fact), () -> {
                    var golden = golden(factName(fact));
                    var stored = Json.mapper().readTree(Json.mapper().writeValueAsString(fact));
                    assertThat(stored).as("as stored today").isEqualTo(golden);
                    assertThat(Json.mapper().treeToValue(golden, LiveFact.class))
                            .as("as read today")
                            .isEqualTo(fact);
                }));
    }

    /** Nodes are replaced one by one: what an older one says, and what it stored, is understood. */
    @TestFactory
    Stream<DynamicTest> forms_and_facts_of_older_nodes_are_still_read() {
        var all = named();
        LiveForms.facts().forEach(fact -> all.put(factName(fact), fact));
        return OLDER.stream()
                .flatMap(folder -> all.entrySet().stream()
                        .filter(form -> LiveGoldenFilesTest.class.getResource(
                                        "/golden/" + folder + "/" + form.getKey() + ".json")
                                != null)
                        .map(form -> DynamicTest.dynamicTest(folder + "/" + form.getKey(), () -> {
                            var golden = golden(folder, form.getKey());
                            JsonNode today = form.getValue() instanceof LiveFact
                                    ? Json.mapper()
                                            .readTree(Json.mapper()
                                                    .writeValueAsString(
                                                            Json.mapper().treeToValue(golden, LiveFact.class)))
                                    : written(read(form.getValue(), golden));
                            OlderForm.isHeldBy(today, golden);
                        })));
    }

    @Test
    void a_state_written_before_there_were_extras_has_none() throws IOException {
        var fact = Json.mapper().treeToValue(golden("older/live", "live-fact-cue-issued-control"), LiveFact.class);
        assertThat(fact)
                .isInstanceOfSatisfying(
                        LiveFact.CueIssued.class,
                        issued -> assertThat(issued.cue().state())
                                .isNotNull()
                                .extracting(ClassState::extras)
                                .isEqualTo(Extras.NONE));
    }

    @Test
    void a_sign_of_life_from_before_there_were_vitals_has_none() throws IOException {
        var like = named().get("relay-message-alive");
        assertThat(like).isNotNull();
        var alive = (RelayMessage.Alive) read(like, golden("older/live", "relay-message-alive"));
        assertThat(alive.vitals()).isEqualTo(Vitals.NONE);
    }

    @Test
    void a_tally_from_before_there_were_rungs_has_no_fallbacks_and_no_rungs() throws IOException {
        var fact = Json.mapper().treeToValue(golden("older/live", "live-fact-measured"), LiveFact.class);
        var like = named().get("sequencer-message-measured");
        assertThat(like).isNotNull();
        var told = (SequencerMessage.Measured) read(like, golden("older/live", "sequencer-message-measured"));
        assertThat(fact).isEqualTo(new LiveFact.Measured(told.tally()));
        assertThat(told.tally().fallbacks()).isZero();
        assertThat(told.tally().members())
                .allSatisfy(member -> assertThat(member.rung()).isNull());
    }

    @Test
    void a_live_check_of_an_older_node_says_nothing_of_who_did_not_hear_it() throws IOException {
        var like = named().get("relay-message-checks");
        assertThat(like).isNotNull();
        var checks = (RelayMessage.Checks) read(like, golden("older/live", "relay-message-checks"));
        assertThat(checks.unheard()).isEmpty();
    }

    @Test
    void a_report_from_before_there_were_rungs_does_not_say_how_often_devices_fell_back() throws IOException {
        var report = Json.mapper().treeToValue(golden("older/live", "class-report"), ClassReport.class);
        assertThat(report.fallbacks()).isNull();
    }

    @Test
    void a_report_from_before_links_and_answers_were_measured_does_not_speak_of_them() throws IOException {
        var report = Json.mapper().treeToValue(golden("older/live-with-rungs", "class-report"), ClassReport.class);
        assertThat(report.fallbacks()).isEqualTo(4);
        assertThat(report.links()).isNull();
        assertThat(report.back()).isNull();
        assertThat(report.histograms().join()).isNull();
    }

    @Test
    void a_tally_from_before_links_were_measured_does_not_speak_of_them() throws IOException {
        var fact = Json.mapper().treeToValue(golden("older/live-with-rungs", "live-fact-measured"), LiveFact.class);
        assertThat(fact).isInstanceOfSatisfying(LiveFact.Measured.class, measured -> {
            assertThat(measured.tally().links()).isNull();
            assertThat(measured.tally().members())
                    .allSatisfy(member -> assertThat(member.lowest()).isNull());
        });
    }

    @Test
    void a_hand_taken_down_before_it_was_noted_by_whom_was_not_by_the_trainer() throws IOException {
        var fact = Json.mapper().treeToValue(golden("older/live-with-rungs", "live-fact-hand-lowered"), LiveFact.class);
        assertThat(fact)
                .isInstanceOfSatisfying(
                        LiveFact.HandLowered.class,
                        lowered -> assertThat(lowered.byTrainer()).isFalse());
    }

    @Test
    void a_welcome_from_before_members_could_choose_brings_no_wishes() throws IOException {
        var like = named().get("relay-message-welcome");
        assertThat(like).isNotNull();
        var welcome = (RelayMessage.Welcome) read(like, golden("older/live", "relay-message-welcome"));
        assertThat(welcome.wishes()).isEmpty();
        assertThat(welcome.cues()).hasSize(2);
    }

    @Test
    void every_type_that_travels_or_is_stored_has_a_golden_file() {
        assertCovered(SequencerMessage.class, named().values());
        assertCovered(RelayMessage.class, named().values());
        assertCovered(ConnectionMessage.class, named().values());
        assertCovered(LiveAnswer.class, named().values());
        assertCovered(
                LiveCommand.class,
                forms.commands().stream()
                        .map(form -> ((SequencerMessage.Do) form).command())
                        .toList());
        assertCovered(LiveFact.class, LiveForms.facts());
    }

    private static void assertCovered(Class<?> sealed, Iterable<?> forms) {
        var types = Stream.of(sealed.getPermittedSubclasses()).filter(type -> !type.isInterface());
        assertThat(forms).extracting(Object::getClass).containsAll(List.copyOf(types.toList()));
    }

    private static String factName(LiveFact fact) {
        return fact instanceof LiveFact.CueIssued(var cue) && cue.state() != null
                ? "live-fact-cue-issued-control"
                : name(fact);
    }

    /** Test references have random addresses: the golden files call them by fixed ones. */
    private JsonNode written(Object form) throws IOException {
        var text = Json.cbor().readTree(bytes(form)).toString();
        for (var probe : probes.entrySet()) {
            text = text.replace(address(probe.getValue()), "akka://" + probe.getKey());
        }
        return Json.mapper().readTree(text);
    }

    private Object read(Object like, JsonNode golden) throws IOException {
        var text = golden.toString();
        for (var probe : probes.entrySet()) {
            text = text.replace("akka://" + probe.getKey(), address(probe.getValue()));
        }
        var bytes = Json.cbor().writeValueAsBytes(Json.mapper().readTree(text));
        var serializer = serialization.findSerializerFor(like);
        return serialization
                .deserialize(bytes, serializer.identifier(), Serializers.manifestFor(serializer, like))
                .get();
    }

    private byte[] bytes(Object form) {
        return serialization.serialize(form).get();
    }

    private String address(ActorRef<?> ref) {
        return ActorRefResolver.get(kit.system()).toSerializationFormat(ref);
    }

    private static JsonNode golden(String name) throws IOException {
        return golden("live", name);
    }

    private static JsonNode golden(String folder, String name) throws IOException {
        var path = "/golden/" + folder + "/" + name + ".json";
        try (InputStream file = LiveGoldenFilesTest.class.getResourceAsStream(path)) {
            assertThat(file).as("%s in the test resources", path).isNotNull();
            return Json.mapper().readTree(file);
        }
    }
}
