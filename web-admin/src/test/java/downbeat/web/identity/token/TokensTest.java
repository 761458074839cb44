package downbeat.web.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import downbeat.web.stage.HandClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Duration ROTATION = Duration.ofDays(90);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Jdbi database;

    @BeforeEach
    void makeTables() throws IOException {
        database = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        try (var sql = TokensTest.class.getResourceAsStream("/db/identity/V1__identity.sql")) {
            var script = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            database.useHandle(h -> h.createScript(script).execute());
        }
    }

    @Test
    void a_token_is_good_until_it_expires_and_for_its_purpose_only() {
        var token = tokens(NOON).sign(Purpose.JOIN, "m-1", Map.of("class", "c-1"), Duration.ofMinutes(2));
        assertThat(tokens(NOON.plusSeconds(119)).verify(Purpose.JOIN, token.text()))
                .hasValueSatisfying(c -> assertThat(c.getClaim("class")).isEqualTo("c-1"));
        assertThat(tokens(NOON.plusSeconds(120)).verify(Purpose.JOIN, token.text()))
                .isEmpty();
        assertThat(tokens(NOON).verify(Purpose.SESSION, token.text())).isEmpty();
    }

    @Test
    void another_node_over_the_same_database_accepts_it() {
        var token = tokens(NOON).sign(Purpose.SESSION, "a-1", Map.of(), Duration.ofHours(12));
        assertThat(tokens(NOON).verify(Purpose.SESSION, token.text())).isPresent();
        assertThat(new Derived(keys(NOON)).name("a", "mia@example.org"))
                .isEqualTo(new Derived(keys(NOON)).name("a", "mia@example.org"));
    }

    @Test
    void forged_tokens_are_worth_nothing() throws Exception {
        var tokens = tokens(NOON);
        var honest = tokens.sign(Purpose.SESSION, "a-1", Map.of(), Duration.ofHours(1))
                .text();
        var claims = new JWTClaimsSet.Builder()
                .subject("a-1")
                .audience("SESSION")
                .expirationTime(Date.from(NOON.plusSeconds(99)))
                .build();
        var kid = SignedJWT.parse(honest).getHeader().getKeyID();
        var stranger = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(), claims);
        stranger.sign(new MACSigner("0123456789abcdef0123456789abcdef"));

        assertThat(tokens.verify(Purpose.SESSION, stranger.serialize())).isEmpty();
        assertThat(tokens.verify(Purpose.SESSION, new PlainJWT(new PlainHeader(), claims).serialize()))
                .isEmpty();
        assertThat(tokens.verify(Purpose.SESSION, honest.substring(0, honest.length() - 3) + "AAA"))
                .isEmpty();
        assertThat(tokens.verify(Purpose.SESSION, "")).isEmpty();
        assertThat(tokens.verify(Purpose.SESSION, "a.b.c")).isEmpty();
        assertThat(tokens.verify(Purpose.SESSION, "x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void what_was_good_once_is_looked_at_again() {
        var clock = new HandClock();
        var keys = new SigningKeys(database, clock, ROTATION);
        var tokens = new Tokens(keys, clock);
        var hour = tokens.sign(Purpose.SESSION, "a-1", Map.of(), Duration.ofHours(1));
        var day = tokens.sign(Purpose.SESSION, "a-1", Map.of(), Duration.ofDays(1));
        for (int time = 0; time < 2; time++) {
            assertThat(tokens.verify(Purpose.SESSION, hour.text())).isPresent();
            assertThat(tokens.verify(Purpose.SESSION, day.text())).isPresent();
            assertThat(tokens.verify(Purpose.JOIN, hour.text()))
                    .as("for another purpose")
                    .isEmpty();
        }
        clock.pass(Duration.ofHours(1));
        assertThat(tokens.verify(Purpose.SESSION, hour.text()))
                .as("its time is over")
                .isEmpty();
        assertThat(tokens.verify(Purpose.SESSION, day.text())).isPresent();
        database.useHandle(db -> db.execute("DELETE FROM signing_key WHERE purpose = 'SESSION'"));
        keys.refresh();
        assertThat(tokens.verify(Purpose.SESSION, day.text()))
                .as("its key is gone")
                .isEmpty();
    }

    @Test
    void of_more_tokens_than_are_remembered_each_is_still_good() {
        var tokens = tokens(NOON);
        var all = IntStream.rangeClosed(0, Tokens.REMEMBERED)
                .mapToObj(n -> tokens.sign(Purpose.SESSION, "a-" + n, Map.of(), Duration.ofHours(1))
                        .text())
                .toList();
        for (int n = 0; n < all.size(); n++) {
            var subject = "a-" + n;
            assertThat(tokens.verify(Purpose.SESSION, all.get(n)))
                    .hasValueSatisfying(it -> assertThat(it.getSubject()).isEqualTo(subject));
        }
        assertThat(tokens.verify(Purpose.SESSION, all.getFirst())).isPresent();
    }

    @Test
    void a_new_key_takes_over_when_every_node_has_seen_it_and_the_old_one_still_verifies() throws Exception {
        var old = tokens(NOON)
                .sign(Purpose.SESSION, "a-1", Map.of(), Duration.ofDays(200))
                .text();
        var later = NOON.plus(ROTATION).plusSeconds(1);
        var justRotated = tokens(later)
                .sign(Purpose.SESSION, "a-1", Map.of(), Duration.ofHours(1))
                .text();
        var settled = tokens(later.plus(SigningKeys.SETTLING))
                .sign(Purpose.SESSION, "a-1", Map.of(), Duration.ofHours(1))
                .text();

        assertThat(kid(justRotated)).isEqualTo(kid(old));
        assertThat(kid(settled)).isNotEqualTo(kid(old));
        assertThat(tokens(later.plus(SigningKeys.SETTLING)).verify(Purpose.SESSION, old))
                .isPresent();
    }

    @Test
    void the_key_of_identity_never_rotates() {
        var before = new Derived(keys(NOON)).name("a", "mia@example.org");
        assertThat(new Derived(keys(NOON.plus(ROTATION.multipliedBy(9)))).name("a", "mia@example.org"))
                .isEqualTo(before);
    }

    @Test
    void parts_of_a_derived_name_do_not_run_into_each_other() {
        var derived = new Derived(keys(NOON));
        assertThat(derived.name("k", "ab", "c")).isNotEqualTo(derived.name("k", "a", "bc"));
    }

    private static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private SigningKeys keys(Instant now) {
        return new SigningKeys(database, Clock.fixed(now, ZoneOffset.UTC), ROTATION);
    }

    private Tokens tokens(Instant now) {
        return new Tokens(keys(now), Clock.fixed(now, ZoneOffset.UTC));
    }
}
