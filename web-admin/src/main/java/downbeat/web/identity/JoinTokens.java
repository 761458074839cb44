package downbeat.web.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Refusal;
import downbeat.web.identity.token.Purpose;
import downbeat.web.identity.token.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Short-lived tickets into a live class: who, which class, in which role. */
public final class JoinTokens {
    private final Tokens tokens;
    private final Duration life;

    public JoinTokens(Tokens tokens, Duration life) {
        this.tokens = tokens;
        this.life = life;
    }

    /** {@code account}: who answers for what the joiner commands. */
    public Tokens.Token sign(Joiner joiner, AccountId account) {
        var claims = Map.of(
                "account", account.value(),
                "class", joiner.classId().value(),
                "name", joiner.name(),
                "role", joiner.role().name());
        return tokens.sign(Purpose.JOIN, joiner.member().value(), claims, life);
    }

    /** The same as the live plane asks it. */
    public CompletionStage<Outcome<Joiner>> check(String token) {
        Outcome<Joiner> outcome = read(token)
                .map(Ticket::joiner)
                .<Outcome<Joiner>>map(Outcome.Accepted::new)
                .orElseGet(() -> new Outcome.Refused<>(new TokenNotGood()));
        return CompletableFuture.completedFuture(outcome);
    }

    /** Wrong, expired or for another purpose: all the same from outside. */
    public record TokenNotGood() implements Refusal {
        @Override
        public String detail() {
            return "The join token is wrong or has expired; get a new one.";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** Who joins, and for which account. */
    public record Ticket(Joiner joiner, String account) {}

    /** What the token says, if it is ours and has not expired. */
    public Optional<Ticket> read(String token) {
        return tokens.verify(Purpose.JOIN, token).map(JoinTokens::ticket);
    }

    private static Ticket ticket(JWTClaimsSet claims) {
        return new Ticket(joiner(claims), String.valueOf(claims.getClaim("account")));
    }

    private static Joiner joiner(JWTClaimsSet claims) {
        return new Joiner(
                new ClassId(String.valueOf(claims.getClaim("class"))),
                new ParticipantId(claims.getSubject()),
                String.valueOf(claims.getClaim("name")),
                Role.valueOf(String.valueOf(claims.getClaim("role"))));
    }
}
