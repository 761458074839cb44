package downbeat.web.drop;

import downbeat.drops.domain.DropId;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.token.Purpose;
import downbeat.web.identity.token.Tokens;
import java.time.Duration;
import java.util.Map;

/**
 * Signed tokens of members who were let in from the waiting room of a drop. One is good for its member, for the one drop and for ten
 * minutes; as long as the drop is open there is another to be had by reading it.
 */
public final class Admissions {
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final String DROP = "drop";

    private final Tokens tokens;

    public Admissions(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What a token comes to. */
    public enum Judgement {
        GOOD,
        /** It has expired, or was not signed here. */
        OVER,
        /** Of another member, or for another drop. */
        FOREIGN
    }

    public Tokens.Token sign(ParticipantId who, DropId drop) {
        return tokens.sign(Purpose.ADMISSION, who.value(), Map.of(DROP, drop.value()), LIFE);
    }

    public Judgement judge(String token, ParticipantId who, DropId drop) {
        return tokens.verify(Purpose.ADMISSION, token)
                .map(claims ->
                        who.value().equals(claims.getSubject()) && drop.value().equals(claims.getClaim(DROP))
                                ? Judgement.GOOD
                                : Judgement.FOREIGN)
                .orElse(Judgement.OVER);
    }
}
