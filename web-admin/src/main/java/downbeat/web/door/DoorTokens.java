package downbeat.web.door;

import com.nimbusds.jwt.JWTClaimsSet;
import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.DeviceId;
import downbeat.web.identity.token.Purpose;
import downbeat.web.identity.token.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Door sessions as signed tokens; they open a door and nothing else. */
public final class DoorTokens {
    private static final String SUPERVISOR = "supervisor";

    private final Tokens tokens;
    private final Clock clock;

    public DoorTokens(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A session and the token that carries it. */
    public record Signed(DoorSession session, String token) {}

    /** @param until after now */
    public Signed sign(Invitation invitation, Instant until) {
        var claims = Map.of(
                "popUp", invitation.popUp().value(),
                "by", invitation.invitedBy().value(),
                "rank", invitation.supervisor() ? SUPERVISOR : "staff");
        // Tokens begin with a whole second.
        var life = Duration.between(clock.instant().truncatedTo(ChronoUnit.SECONDS), until);
        var token = tokens.sign(Purpose.DOOR, invitation.device().value(), claims, life);
        return new Signed(
                new DoorSession(
                        invitation.popUp(),
                        invitation.device(),
                        invitation.supervisor(),
                        invitation.invitedBy(),
                        token.expiresAt()),
                token.text());
    }

    /** What the token says, if it is ours and has not expired. */
    public Optional<DoorSession> read(String token) {
        return tokens.verify(Purpose.DOOR, token).map(DoorTokens::session);
    }

    private static DoorSession session(JWTClaimsSet claims) {
        return new DoorSession(
                new PopUpId(text(claims, "popUp")),
                new DeviceId(claims.getSubject()),
                text(claims, "rank").equals(SUPERVISOR),
                new AccountId(text(claims, "by")),
                claims.getExpirationTime().toInstant());
    }

    private static String text(JWTClaimsSet claims, String name) {
        return String.valueOf(claims.getClaim(name));
    }
}
