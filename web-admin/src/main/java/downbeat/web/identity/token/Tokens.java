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
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signed, expiring statements (JWT, HS256). The algorithm is ours, never the token's choice. */
public final class Tokens {
    /** No honest token is longer; longer ones are not parsed. */
    private static final int LONGEST = 4096;

    /** Tokens that are remembered, each about a kilobyte: a session comes with every request of its member. */
    static final int REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final Clock clock;
    private final Map<String, Read> read = Collections.synchronizedMap(new Recent());

    public Tokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What a token says, and the key it was verified with. */
    private record Read(SigningKey key, JWTClaimsSet claims) {}

    /** Those that came last. */
    private static final class Recent extends LinkedHashMap<String, Read> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
            return size() > REMEMBERED;
        }
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
        return remembered(purpose, token)
                .or(() -> read(purpose, token))
                .map(Read::claims)
                .filter(c -> isCurrent(c, purpose));
    }

    /** A key that is gone takes with it what it verified. */
    private Optional<Read> remembered(Purpose purpose, String token) {
        return Optional.ofNullable(read.get(token))
                .filter(it -> keys.find(purpose, it.key().kid())
                        .filter(it.key()::equals)
                        .isPresent());
    }

    private Optional<Read> read(Purpose purpose, String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var kid = jwt.getHeader().getKeyID();
            var key = kid == null ? Optional.<SigningKey>empty() : keys.find(purpose, kid);
            if (key.isEmpty()
                    || !JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(key.get().bytes()))) {
                return Optional.empty();
            }
            var verified = new Read(key.get(), jwt.getJWTClaimsSet());
            read.put(token, verified);
            return Optional.of(verified);
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
