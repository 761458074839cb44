package downbeat.popups.pass;

import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.ticket.TicketId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A pass as the text of a QR code: base64url of
 *
 * <pre>
 *   1 byte    form, 1
 *   1 byte    key number
 *   4 bytes   expires, seconds since 1970, unsigned; 0 for never
 *   3 bytes   ticket
 *   3 bytes   issue
 *   1 byte    length of the pop-up id, and as many bytes of ASCII
 *   64 bytes  Ed25519 over the context "downbeat pass" and everything above
 * </pre>
 *
 * Of the longest id that is 141 bytes or 188 characters: it fits a QR code of version 10 at level M, which takes 213 (ISO/IEC
 * 18004, table 7). Of an id of 22 characters it is 132, for version 8.
 *
 * @param key whose signature it should be
 * @param signed what the signature is over
 */
record PassText(KeyNumber key, Pass pass, byte[] signed, byte[] signature) {
    private static final byte[] CONTEXT = "downbeat pass".getBytes(StandardCharsets.US_ASCII);
    private static final byte FORM = 1;
    private static final int HEAD = 13;
    private static final int LONGEST = 200;

    static String write(byte[] body, byte[] signature) {
        var all = ByteBuffer.allocate(body.length + signature.length).put(body).put(signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    static byte[] body(KeyNumber key, Pass pass) {
        byte[] id = pass.popUp().value().getBytes(StandardCharsets.US_ASCII);
        var body = ByteBuffer.allocate(HEAD + id.length).put(FORM).put((byte) key.value());
        body.putInt(pass.expires().map(at -> (int) at.getEpochSecond()).orElse(0));
        putThree(body, pass.ticket().number());
        putThree(body, pass.issue());
        return body.put((byte) id.length).put(id).array();
    }

    /** What is signed: no signature made for anything else is one of a pass. */
    static byte[] message(byte[] body) {
        return ByteBuffer.allocate(CONTEXT.length + body.length)
                .put(CONTEXT)
                .put(body)
                .array();
    }

    /** @throws Unreadable telling why it is none */
    static PassText read(String text) throws Unreadable {
        byte[] all = bytes(text);
        if (all.length == 0 || all[0] != FORM) {
            throw new Unreadable(PassProblem.UNREADABLE);
        }
        if (all.length < HEAD) {
            throw new Unreadable(PassProblem.TRUNCATED);
        }
        int body = HEAD + Byte.toUnsignedInt(all[HEAD - 1]);
        if (all.length < body + Ed25519.SIGNATURE) {
            throw new Unreadable(PassProblem.TRUNCATED);
        }
        if (all.length > body + Ed25519.SIGNATURE) {
            throw new Unreadable(PassProblem.UNREADABLE);
        }
        return read(Arrays.copyOf(all, body), Arrays.copyOfRange(all, body, all.length));
    }

    private static PassText read(byte[] body, byte[] signature) throws Unreadable {
        var in = ByteBuffer.wrap(body, 1, body.length - 1);
        try {
            var key = new KeyNumber(Byte.toUnsignedInt(in.get()));
            long expires = Integer.toUnsignedLong(in.getInt());
            var ticket = TicketId.of(three(in));
            int issue = three(in);
            in.get();
            var popUp = new PopUpId(new String(body, HEAD, body.length - HEAD, StandardCharsets.US_ASCII));
            var until = expires == 0 ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochSecond(expires));
            return new PassText(key, new Pass(popUp, ticket, issue, until), body, signature);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(PassProblem.UNREADABLE);
        }
    }

    private static byte[] bytes(String text) throws Unreadable {
        try {
            return text.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(PassProblem.UNREADABLE);
        }
    }

    private static void putThree(ByteBuffer out, int number) {
        out.put((byte) (number >> 16)).put((byte) (number >> 8)).put((byte) number);
    }

    private static int three(ByteBuffer in) {
        return Byte.toUnsignedInt(in.get()) << 16 | Byte.toUnsignedInt(in.get()) << 8 | Byte.toUnsignedInt(in.get());
    }

    /** It is no pass. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final PassProblem problem;

        Unreadable(PassProblem problem) {
            super(problem.name());
            this.problem = problem;
        }

        PassProblem problem() {
            return problem;
        }
    }
}
