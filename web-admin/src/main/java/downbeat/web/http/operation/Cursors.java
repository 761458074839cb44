package downbeat.web.http.operation;

import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.token.Derived;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Positions in lists as opaque signed text. A cursor is good for the list it came from only. */
public final class Cursors {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Derived derived;

    public Cursors(Derived derived) {
        this.derived = derived;
    }

    public String seal(String list, String position) {
        return TEXT.encodeToString(position.getBytes(StandardCharsets.UTF_8)) + "."
                + TEXT.encodeToString(derived.bytes("cursor", list, position));
    }

    /** The position, or 400. */
    public String open(String list, String cursor) {
        try {
            var dot = cursor.indexOf('.');
            var position = new String(Base64.getUrlDecoder().decode(cursor.substring(0, dot)), StandardCharsets.UTF_8);
            var seal = Base64.getUrlDecoder().decode(cursor.substring(dot + 1));
            if (MessageDigest.isEqual(seal, derived.bytes("cursor", list, position))) {
                return position;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            // answered below
        }
        throw ProblemType.BAD_CURSOR.at("cursor", "must be the value of next from this list, unchanged.");
    }
}
