package downbeat.web.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** Signed, expiring statements (JWT, HS256). The algorithm is ours, never the token's choice. */
public final class Tokens {
    /** No honest token is longer; longer ones are not parsed. */
    private static final int LONGEST = 4096;

    private final SigningKeys keys;
    private final Clock clock;

    public Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token with its end, in whole seconds as JWT has it. */
    public record Token(String text, Instant expiresAt) {}

    public Token sign(Purpose purpose, String subject, Map<String, String> claims, Duration life) {
        var key = keys.current(purpose);
        var now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        var until = now.plus(life);
        var set = new JWTClaimsSet.Builder()
                .subject(subject)
                .audience(purpose.name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(until));
        claims.forEach(set::claim);
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.kid()).build(), set.build());
        try {
            jwt.sign(new MACSigner(key.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("A 256-bit key signs HS256", e);
        }
        return new Token(jwt.serialize(), until);
    }

    /** The claims, if the token is one of ours for this purpose and has not expired. */
    public Optional<JWTClaimsSet> verify(Purpose purpose, String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            var kid = jwt.getHeader().getKeyID();
            var key = kid == null ? Optional.<SigningKey>empty() : keys.find(purpose, kid);
            if (key.isEmpty()
                    || !JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(key.get().bytes()))) {
                return Optional.empty();
            }
            return Optional.of(jwt.getJWTClaimsSet()).filter(c -> isCurrent(c, purpose));
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(JWTClaimsSet claims, Purpose purpose) {
        var until = claims.getExpirationTime();
        return until != null
                && until.toInstant().isAfter(clock.instant())
                && claims.getAudience().contains(purpose.name());
    }
}
