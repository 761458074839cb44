package downbeat.classes.live.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.util.ByteString;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WebSocketReaderTest {

    @Property(tries = 300)
    void texts_survive_any_split_of_the_network_and_any_fragmentation(
            @ForAll @Size(min = 1, max = 5) List<@StringLength(max = 400) String> texts,
            @ForAll @IntRange(min = 1, max = 200) int read,
            @ForAll @IntRange(min = 1, max = 150) int fragment) {
        var clean = texts.stream()
                .map(text -> new String(text.getBytes(UTF_8), UTF_8))
                .toList();
        var stream = clean.stream()
                .map(text -> sent(text, fragment))
                .reduce(ByteString.emptyByteString(), ByteString::concat);
        var reader = new WebSocketReader();
        var heard = new ArrayList<String>();
        for (var at = 0; at < stream.size(); at += read) {
            reader.feed(stream.slice(at, Math.min(stream.size(), at + read)));
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                heard.add(((WebSocketReader.Read.Text) next.get()).text());
            }
        }
        assertThat(heard).isEqualTo(clean);
    }

    @Test
    void a_frame_of_64_KiB_passes_and_one_byte_more_does_not() {
        var reader = new WebSocketReader();
        reader.feed(ClientFrames.of(true, Opcode.TEXT, new byte[WebSocketReader.MOST]));
        assertThat(reader.next()).isPresent();
        reader.feed(ClientFrames.of(true, Opcode.TEXT, new byte[WebSocketReader.MOST + 1])
                .take(20));
        refuses(reader::next, 1009);
    }

    @Test
    void fragments_count_together() {
        var reader = new WebSocketReader();
        reader.feed(ClientFrames.of(false, Opcode.TEXT, new byte[60_000]));
        assertThat(reader.next()).isEmpty();
        reader.feed(ClientFrames.of(true, Opcode.CONTINUATION, new byte[6_000]));
        refuses(reader::next, 1009);
    }

    @Test
    void a_length_beyond_any_number_is_too_big() {
        var reader = new WebSocketReader();
        var head = new byte[] {(byte) 0x81, (byte) 0xFF, -1, -1, -1, -1, -1, -1, -1, -1};
        reader.feed(ByteString.fromArray(head));
        refuses(reader::next, 1009);
    }

    @Test
    void broken_rules_are_named_by_their_codes() {
        refuses(ByteString.fromArray(new byte[] {(byte) 0x81, 1, 'a'}), 1002); // not masked
        refuses(ByteString.fromArray(new byte[] {(byte) 0xC1, (byte) 0x81}), 1002); // reserved bit
        refuses(ByteString.fromArray(new byte[] {(byte) 0x83, (byte) 0x81}), 1002); // reserved opcode
        refuses(ClientFrames.of(true, Opcode.CONTINUATION, new byte[1]), 1002); // continues nothing
        refuses(ClientFrames.of(false, Opcode.PING, new byte[1]), 1002); // control frame in parts
        refuses(ClientFrames.of(true, Opcode.TEXT, new byte[] {(byte) 0xC3}), 1007); // half a character
    }

    private static ByteString sent(String text, int fragment) {
        var bytes = text.getBytes(UTF_8);
        var all = ByteString.emptyByteString();
        var opcode = Opcode.TEXT;
        var from = 0;
        do {
            var to = Math.min(bytes.length, from + fragment);
            all = all.concat(
                    ClientFrames.of(to == bytes.length, opcode, java.util.Arrays.copyOfRange(bytes, from, to)));
            opcode = Opcode.CONTINUATION;
            from = to;
        } while (from < bytes.length);
        return all;
    }

    private static void refuses(ByteString bytes, int code) {
        var reader = new WebSocketReader();
        reader.feed(bytes);
        refuses(reader::next, code);
    }

    private static void refuses(ThrowingCallable reading, int code) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        SocketClosed.class, closed -> assertThat(closed.code()).isEqualTo(code));
    }
}
