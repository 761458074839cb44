package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.report.How;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {

    @Test
    void a_connect_carries_token_device_and_position() {
        assertThat(
                        FrameReader.read(
                                "{\"id\":1,\"connect\":{\"token\":\"t.t.t\",\"device\":\"d-8\",\"resume\":{\"epoch\":\"e7\",\"gen\":1,\"offset\":41}}}"))
                .isEqualTo(new Frame.Connect(1L, "t.t.t", "d-8", new Position("e7", 1, 41)));
        assertThat(FrameReader.read("{\"id\":1,\"connect\":{\"token\":\"t\",\"device\":\"d\",\"resume\":null}}"))
                .isEqualTo(new Frame.Connect(1L, "t", "d", null));
    }

    @Test
    void a_clock_probe_keeps_its_number_as_it_was_written() {
        assertThat(FrameReader.read("{\"clock\":{\"t0\":1234.50},\"id\":2}")).isEqualTo(new Frame.Clock(2L, "1234.50"));
    }

    @Test
    void acks_are_read_with_and_without_a_known_clock() {
        assertThat(
                        FrameReader.read(
                                "{\"ack\":{\"bound\":0.7,\"cues\":[{\"o\":45,\"held\":12.5,\"ct\":94001.2,\"how\":\"ONTIME\"}]}}"))
                .isEqualTo(new Frame.Acks(null, 0.7, -1, List.of(new Ack(45, 12.5, 94001.2, How.ONTIME))));
        assertThat(FrameReader.read(
                        "{\"ack\":{\"bound\":null,\"cues\":[{\"o\":1,\"held\":0,\"ct\":null,\"how\":\"LATE\"}]}}"))
                .isEqualTo(new Frame.Acks(null, -1, -1, List.of(new Ack(1, 0, Double.NaN, How.LATE))));
    }

    @Test
    void commands_become_what_the_class_understands() {
        assertThat(
                        FrameReader.read(
                                "{\"id\":3,\"cue\":{\"cueId\":\"t-1\",\"verb\":\"SAY\",\"text\":\"Go\",\"tone\":\"GO\",\"showMs\":1500.5}}"))
                .isEqualTo(new Frame.Command(
                        3L,
                        "cue",
                        new LiveCommand.Tap("t-1", CueVerb.SAY, "Go", Tone.GO, Duration.ofNanos(1_500_500_000))));
        assertThat(FrameReader.read("{\"skip\":{}}"))
                .isEqualTo(new Frame.Command(null, "skip", new LiveCommand.Skip(null, null)));
        assertThat(FrameReader.read("{\"shift\":{\"byMs\":-5000,\"cueId\":\"s1\"}}"))
                .isEqualTo(new Frame.Command(null, "shift", new LiveCommand.Shift(Duration.ofSeconds(-5), "s1")));
        assertThat(FrameReader.read("{\"id\":9,\"leave\":{}}")).isEqualTo(new Frame.Leave(9L));
    }

    @Test
    void text_is_counted_in_characters_not_in_their_halves() {
        var wide =
                "{\"ask\":{\"cueId\":\"a\",\"question\":\"" + "\uD83D\uDEB4".repeat(280) + "\",\"answer\":\"READY\"}}";

        assertThat(FrameReader.read(wide)).isInstanceOf(Frame.Command.class);
        assertThat(FrameReader.read(wide.replace("\",\"answer", "x\",\"answer")))
                .isInstanceOf(Frame.Bad.class);
    }

    @ParameterizedTest(name = "{index} {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                            | bad-frame    |
            nonsense                                      | bad-json     |
            {"id":1,"clock":{"t0":NaN}}                   | bad-json     |
            {"id":1,"clock":{"t0":01}}                    | bad-json     |
            {"id":1,"clock":{"t0":1}                      | bad-json     |
            [1]                                           | bad-frame    |
            null                                          | bad-frame    |
            {}                                            | bad-frame    |
            {"id":1}                                      | bad-frame    |
            {"id":1,"hand":{"up":true},"leave":{}}        | bad-frame    |
            {"id":1,"leave":{}} {"id":2}                  | bad-frame    |
            {"id":1,"dance":{}}                           | unknown-verb |
            {"id":1,"open":{}}                            | unknown-verb |
            {"id":1,"end":{}}                             | unknown-verb |
            {"id":0,"leave":{}}                           | bad-field    | id
            {"id":-1,"leave":{}}                          | bad-field    | id
            {"id":1.5,"leave":{}}                         | bad-field    | id
            {"id":"1","leave":{}}                         | bad-field    | id
            {"id":9007199254740992,"leave":{}}            | bad-field    | id
            {"id":1,"stats":{"loss":-0.1}}                | bad-field    | loss
            {"id":1,"stats":{"loss":1.01}}                | bad-field    | loss
            {"id":1,"stats":{"loss":"0.1"}}               | bad-field    | loss
            {"id":1,"stats":{"loss":NaN}}                 | bad-json     |
            {"id":1,"stats":{"rtt":1e308}}                | bad-field    | rtt
            {"id":1,"stats":{"rtt":1e999}}                | bad-field    | rtt
            {"id":1,"stats":{"jitter":-1}}                | bad-field    | jitter
            {"id":1,"stats":{"freezes":1001}}             | bad-field    | freezes
            {"id":1,"stats":{"freezes":0.5}}              | bad-field    | freezes
            {"id":1,"stats":{"down":-5}}                  | bad-field    | down
            {"id":1,"stats":{"speed":5}}                  | bad-field    | speed
            {"id":1,"pin":{"rung":"AUTONOMOUS"}}          | bad-field    | rung
            {"id":1,"pin":{"rung":"HALF"}}                | bad-field    | rung
            {"id":1,"pin":{"rung":3}}                     | bad-field    | rung
            {"id":1,"pin":{"at":"LEAN"}}                  | bad-field    | at
            {"id":1,"pin":"LEAN"}                         | bad-field    | pin
            {"id":1,"clock":7}                            | bad-field    | clock
            {"id":1,"clock":{}}                           | bad-field    | t0
            {"id":1,"clock":{"t0":"1"}}                   | bad-field    | t0
            {"id":1,"clock":{"t0":1e999}}                 | bad-field    | t0
            {"id":1,"clock":{"t0":1,"t1":2}}              | bad-field    | t1
            {"id":1,"hand":[]}                            | bad-field    | hand
            {"id":1,"hand":{"up":"yes"}}                  | bad-field    | up
            {"id":1,"hand":{}}                            | bad-field    | up
            {"id":1,"hand":{"up":true,"high":1}}          | bad-field    | high
            {"id":1,"confirm":{"cueId":"a","value":-1}}   | bad-field    | value
            {"id":1,"confirm":{"cueId":"a","value":10001}}| bad-field    | value
            {"id":1,"confirm":{"cueId":"a","value":1.5}}  | bad-field    | value
            {"id":1,"confirm":{"cueId":"a b"}}            | bad-field    | cueId
            {"id":1,"confirm":{"cueId":"p-1"}}            | bad-field    | cueId
            {"id":1,"skip":{"to":99999}}                  | bad-field    | to
            {"id":1,"shift":{}}                           | bad-field    | byMs
            {"id":1,"shift":{"byMs":600001}}              | bad-field    | byMs
            {"id":1,"shift":{"byMs":1e400}}               | bad-field    | byMs
            {"id":1,"cue":{"cueId":"t","verb":"SEGMENT"}} | bad-field    | verb
            {"id":1,"cue":{"cueId":"t","verb":"SAY"}}     | bad-field    | text
            {"id":1,"cue":{"cueId":"t","verb":"SAY","text":" "}}              | bad-field | text
            {"id":1,"cue":{"cueId":"t","verb":"TONE"}}                        | bad-field | tone
            {"id":1,"cue":{"cueId":"t","verb":"TONE","tone":"NONE"}}          | bad-field | tone
            {"id":1,"cue":{"cueId":"t","verb":"SAY","text":"x","showMs":-1}}  | bad-field | showMs
            {"id":1,"ask":{"cueId":"a","question":"?","answer":"MAYBE"}}      | bad-field | answer
            {"id":1,"lower":{"member":""}}                                    | bad-field | member
            {"id":1,"connect":{"token":"t"}}                                  | bad-field | device
            {"id":1,"connect":{"token":"","device":"d"}}                      | bad-field | token
            {"id":1,"connect":{"token":"t","device":"d","resume":{"epoch":"e","gen":1,"offset":-1}}} | bad-field | resume.offset
            {"id":1,"connect":{"token":"t","device":"d","resume":{"epoch":"e","gen":1,"offset":1,"x":1}}} | bad-field | resume.x
            {"id":1,"ack":{}}                                                 | bad-field | cues
            {"id":1,"ack":{"bound":-1,"cues":[]}}                             | bad-field | bound
            {"id":1,"ack":{"cues":{}}}                                        | bad-field | cues
            {"id":1,"ack":{"cues":[3]}}                                       | bad-field | cues[0]
            {"id":1,"ack":{"cues":[{"o":0,"held":0,"ct":0,"how":"LATE"}]}}    | bad-field | cues[0].o
            {"id":1,"ack":{"cues":[{"o":1,"ct":0,"how":"LATE"}]}}             | bad-field | cues[0].held
            {"id":1,"ack":{"cues":[{"o":1,"held":0,"ct":0}]}}                 | bad-field | cues[0].how
            {"id":1,"ack":{"cues":[{"o":1,"held":0,"ct":0,"how":"late"}]}}    | bad-field | cues[0].how
            {"id":1,"ack":{"cues":[{"o":1,"held":1e13,"ct":0,"how":"LATE"}]}} | bad-field | cues[0].held
            {"id":1,"ack":{"cues":[{"o":1,"held":0,"ct":0,"how":"LATE","z":1}]}} | bad-field | cues[0].z
            {"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}}}          | bad-json |
            """)
    void garbage_is_refused_by_name(String text, String code, @Nullable String field) {
        var frame = FrameReader.read(text == null ? "" : text);

        assertThat(frame).isInstanceOfSatisfying(Frame.Bad.class, bad -> {
            assertThat(bad.why().code()).isEqualTo(code);
            assertThat(bad.why().name()).isEqualTo(field);
        });
    }

    @Test
    void the_error_of_a_wrong_body_finds_its_command_wherever_the_id_stands() {
        assertThat(FrameReader.read("{\"clock\":{\"t0\":\"x\"},\"id\":8}").id()).isEqualTo(8L);
    }

    @Test
    void roles_bound_what_may_be_said() {
        assertThat(CommandReader.allowed(Role.TRAINER, "start")).isTrue();
        assertThat(CommandReader.allowed(Role.MEMBER, "start")).isFalse();
        assertThat(CommandReader.allowed(Role.MEMBER, "hand")).isTrue();
        assertThat(CommandReader.allowed(Role.SCREEN, "hand")).isFalse();
    }
}
