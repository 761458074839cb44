package downbeat.cluster.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ExtendedActorSystem;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.SerializationExtension;
import akka.serialization.SerializerWithStringManifest;
import akka.serialization.Serializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import downbeat.cluster.person.PersonalKey;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.wire.Json;
import downbeat.cluster.wire.Persisted;
import downbeat.kernel.Outcome;
import downbeat.kernel.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What is stored and what travels, against files written when each form was new. A file is the readable JSON of the
 * form (an envelope's CBOR holds the same tree). Files are only ever added: an old one must read for ever.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenFilesTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final AggregateCodec<Tally.Command, Tally.Event, Tally, Tally.Reply, Tally.Shown> CODEC =
            new AggregateCodec<>(Tally.AGGREGATE);

    private final ActorTestKit kit = ActorTestKit.create(ConfigFactory.parseResources("downbeat-node.conf")
            .withFallback(ConfigFactory.parseString("akka.actor.provider = local"))
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve());
    private final ActorRef<Answer> replyTo =
            kit.<Answer>createTestProbe("replies").ref();

    @BeforeAll
    void register() {
        Codecs.of(Adapter.toClassic(kit.system())).add(CODEC);
    }

    @AfterAll
    void stop() {
        kit.shutdownTestKit();
    }

    private Map<String, Object> forms() {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("ask", new EntityMessage.Ask("tally", new Count(3), new IdempotencyKey("key-1"), replyTo));
        forms.put("ask-without-key", new EntityMessage.Ask("tally", new Count(3), null, replyTo));
        forms.put(
                "ask-having-seen",
                new EntityMessage.Ask(
                        "tally",
                        new Count(3),
                        null,
                        new Seen.Only(List.of(new Version("2"), new Version("BOOKED-ONLINE"))),
                        null,
                        replyTo));
        forms.put("ask-to-see", new EntityMessage.Ask("tally", new Count(3), null, Seen.ANYTHING, "m-1", replyTo));
        forms.put("erase", new EntityMessage.Erase("tally", replyTo));
        forms.put("show", new EntityMessage.Show("tally", 0, replyTo));
        forms.put("show-after", new EntityMessage.Show("tally", 7, replyTo));
        forms.put("show-to", new EntityMessage.Show("tally", 0, "p-1", replyTo));
        forms.put("wake", new EntityMessage.Wake("tally"));
        forms.put("decided-accepted", new Answer.Decided("tally", Outcome.accepted(new Tally.Reply(3))));
        forms.put(
                "decided-and-shown",
                new Answer.Decided(
                        "tally", Outcome.accepted(new Tally.Reply(3)), Optional.of(new Tally.Shown(3, true, 1))));
        forms.put("decided-refused", new Answer.Decided("tally", Outcome.refused(new Tally.TallyRefusal.TooMuch(9))));
        forms.put("decided-key-reused", new Answer.Decided("tally", Outcome.refused(new KeyReused("key-1"))));
        forms.put("decided-outdated", new Answer.Decided("tally", Outcome.refused(new Outdated(new Version("4")))));
        forms.put("decided-gone", new Answer.Decided("tally", Outcome.refused(new Gone())));
        forms.put("shown", new Answer.Shown("tally", Optional.of(new Tally.Shown(3, true, 1))));
        forms.put("shown-nothing", new Answer.Shown("tally", Optional.empty()));
        forms.put("unavailable", new Answer.Unavailable("tally x is busy."));
        forms.put("stored-commit", commit());
        forms.put("stored-snapshot", snapshot());
        forms.put("sealed-commit", new SealedCommit(AT, 7, Optional.of(AT.plusSeconds(60)), sealed("commit")));
        forms.put("sealed-snapshot", new SealedSnapshot(sealed("snapshot")));
        return forms;
    }

    private static StoredCommit commit() {
        return CODEC.store(new Commit<>(
                AT,
                7,
                List.of(
                        new Tally.Event.Counted(3, AT),
                        new Tally.Event.RestBegan(AT.plusSeconds(60), AT),
                        new Tally.Event.RestEnded(AT)),
                List.of(new Answers.Remembered<>("key-1", "f00d", new Tally.Reply(3), AT)),
                Optional.of(AT.plusSeconds(60))));
    }

    private static StoredSnapshot snapshot() {
        return CODEC.store(new Held<>(
                new Tally(3, Optional.of(AT.plusSeconds(60)), 1),
                new Answers<>(List.of(new Answers.Remembered<>("key-1", "f00d", new Tally.Reply(3), AT))),
                9));
    }

    @TestFactory
    Stream<DynamicTest> every_form_is_written_as_its_golden_file_and_read_from_it() {
        return forms().entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
                    JsonNode golden = golden(form.getKey());
                    assertThat(tree(form.getValue())).as("as written today").isEqualTo(golden);
                    assertThat(read(form.getValue(), golden))
                            .as("as read today") // by its text: a tree read from JSON has narrower numbers
                            .hasToString(form.getValue().toString());
                }));
    }

    @Test
    void every_type_that_is_stored_or_travels_has_a_golden_file() {
        Stream<Class<?>> types = Stream.of(
                        EntityMessage.Remote.class.getPermittedSubclasses(),
                        Answer.class.getPermittedSubclasses(),
                        new Class<?>[] {
                            StoredCommit.class, StoredSnapshot.class, SealedCommit.class, SealedSnapshot.class
                        })
                .flatMap(Stream::of);
        assertThat(forms().values()).extracting(Object::getClass).containsAll(types.toList());
    }

    @Test
    void what_was_once_sealed_still_opens() throws IOException {
        var key = PersonalKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        assertThat(Json.mapper().readValue(key.open(sealed("commit"), "person|mia"), StoredCommit.class))
                .hasToString(commit().toString());
        assertThat(Json.mapper().readValue(key.open(sealed("snapshot"), "person|mia"), StoredSnapshot.class))
                .hasToString(snapshot().toString());
    }

    private static String sealed(String form) {
        try {
            return golden("sealed-" + form).get("sealed").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_event_stands_in_the_golden_commit() {
        assertThat(CODEC.events(commit()))
                .extracting(Object::getClass)
                .containsAll(List.of(Tally.Event.class.getPermittedSubclasses()));
    }

    @Test
    void no_name_of_a_package_is_stored() {
        assertThat(tree(commit()).toString() + tree(snapshot())).doesNotContain("downbeat");
    }

    @Test
    void a_commit_comes_back_as_it_was() {
        Commit<Tally.Event, Tally.Reply> restored = CODEC.restore(commit());
        assertThat(CODEC.store(restored)).isEqualTo(commit());
        assertThat(restored.events()).first().isEqualTo(new Tally.Event.Counted(3, AT));
    }

    /** Test replies have a random address: the golden files call it by a fixed one. */
    private JsonNode tree(Object form) {
        try {
            byte[] bytes = serializer(form).toBinary(form);
            ObjectMapper mapper = form instanceof Persisted ? Json.mapper() : Json.cbor();
            String text = mapper.readTree(bytes).toString();
            return Json.mapper().readTree(text.replace(address(), "akka://replies"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Object read(Object like, JsonNode golden) throws IOException {
        JsonNode own = Json.mapper().readTree(golden.toString().replace("akka://replies", address()));
        byte[] bytes = like instanceof Persisted
                ? own.toString().getBytes(StandardCharsets.UTF_8)
                : Json.cbor().writeValueAsBytes(own);
        SerializerWithStringManifest serializer = serializer(like);
        return serializer.fromBinary(bytes, serializer.manifest(like));
    }

    private String address() {
        return akka.actor.typed.ActorRefResolver.get(kit.system()).toSerializationFormat(replyTo);
    }

    private SerializerWithStringManifest serializer(Object form) {
        ExtendedActorSystem system = (ExtendedActorSystem) Adapter.toClassic(kit.system());
        var serializer = SerializationExtension.get(system).findSerializerFor(form);
        assertThat(Serializers.manifestFor(serializer, form)).isNotEmpty();
        return (SerializerWithStringManifest) serializer;
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = GoldenFilesTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(file).as("golden/%s.json in the test resources", name).isNotNull();
            return Json.mapper().readTree(file);
        }
    }
}
