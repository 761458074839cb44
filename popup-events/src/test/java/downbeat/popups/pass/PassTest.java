package downbeat.popups.pass;

import static downbeat.popups.domain.Fixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.ticket.TicketId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassTest {
    private static final PopUpId HERE = new PopUpId("6f1c2a9e0b7d4c35");
    private static final KeyNumber OLD = new KeyNumber(7);
    private static final KeyNumber NEW = new KeyNumber(255);
    private static final KeyPair OLD_KEY = pair();
    private static final KeyPair NEW_KEY = pair();
    private static final Pass PASS = new Pass(HERE, TicketId.of(1742), 3, Optional.of(START));
    private static final Instant BEFORE = START.minusMillis(1);

    /** ISO/IEC 18004, table 7: bytes in a QR code of version 10 at level M. */
    private static final int VERSION_10_M = 213;

    /** RFC 8032, section 7.1, test 2. */
    private static final byte[] RFC_SEED =
            HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    private static final byte[] RFC_POINT =
            HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

    private final PassReader reader = new PassReader(List.of(published(OLD, OLD_KEY), published(NEW, NEW_KEY)));

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PrivateKey rfcKey() throws GeneralSecurityException {
        var spec = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, RFC_SEED);
        return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
    }

    private static PublishedKey published(KeyNumber number, KeyPair key) {
        return PublishedKey.of(number, key.getPublic());
    }

    private static String signed(Pass pass) {
        return new PassSigner(OLD, OLD_KEY.getPrivate()).sign(pass);
    }

    private PassProblem problem(String text) {
        return switch (reader.read(text, HERE, BEFORE)) {
            case Reading.Bad bad -> bad.problem();
            case Reading.Genuine genuine -> throw new AssertionError("taken for " + genuine);
        };
    }

    @Test
    void a_pass_is_read_as_it_was_signed_with_either_key_while_both_are_published() {
        assertThat(reader.read(signed(PASS), HERE, BEFORE)).isEqualTo(new Reading.Genuine(PASS));
        var fresh = new PassSigner(NEW, NEW_KEY.getPrivate()).sign(PASS);
        assertThat(reader.read(fresh, HERE, BEFORE)).isEqualTo(new Reading.Genuine(PASS));
        var later = new PassReader(List.of(published(NEW, NEW_KEY)));
        assertThat(later.read(signed(PASS), HERE, BEFORE)).isEqualTo(Reading.bad(PassProblem.UNKNOWN_KEY));
    }

    @Test
    void the_same_pass_is_the_same_text() {
        assertThat(signed(PASS)).isEqualTo(signed(PASS));
    }

    @Test
    void the_longest_pass_fits_a_code_of_version_10_at_level_m() {
        var longest =
                new Pass(new PopUpId("x".repeat(64)), new TicketId("9999999"), Pass.MOST_ISSUES, Optional.of(START));
        assertThat(signed(longest)).hasSize(188).hasSizeLessThanOrEqualTo(VERSION_10_M);
        assertThat(reader.read(signed(longest), longest.popUp(), BEFORE)).isEqualTo(new Reading.Genuine(longest));
    }

    @Test
    void a_pass_of_another_pop_up_or_past_its_time_is_genuine_and_of_no_use() {
        assertThat(reader.read(signed(PASS), new PopUpId("elsewhere"), BEFORE))
                .isEqualTo(new Reading.Bad(PassProblem.FOREIGN, Optional.of(PASS)));
        assertThat(reader.read(signed(PASS), HERE, START))
                .isEqualTo(new Reading.Bad(PassProblem.EXPIRED, Optional.of(PASS)));
        var always = new Pass(HERE, TicketId.of(1), 1, Optional.empty());
        assertThat(reader.read(signed(always), HERE, Instant.parse("2100-01-01T00:00:00Z")))
                .isEqualTo(new Reading.Genuine(always));
    }

    @Property(tries = 300)
    void a_pass_with_any_bit_changed_is_none(@ForAll @IntRange(max = 92 * 8 + 7) int bit) {
        byte[] bytes = Base64.getUrlDecoder().decode(signed(PASS));
        assertThat(bytes).hasSize(93);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(reader.read(forged, HERE, BEFORE)).isInstanceOf(Reading.Bad.class);
    }

    @Test
    void what_another_key_has_signed_under_our_number_is_forged() {
        assertThat(problem(new PassSigner(OLD, NEW_KEY.getPrivate()).sign(PASS)))
                .isEqualTo(PassProblem.FORGED);
    }

    @Test
    void the_signature_is_of_a_pass_and_nothing_else() {
        byte[] body = PassText.body(OLD, PASS);
        var bare = PassText.write(body, Ed25519.sign(OLD_KEY.getPrivate(), body));
        assertThat(problem(bare)).isEqualTo(PassProblem.FORGED);
    }

    @Property(tries = 150)
    void a_pass_cut_short_is_told_so(@ForAll @IntRange(min = 1, max = 92) int bytes) {
        byte[] whole = Base64.getUrlDecoder().decode(signed(PASS));
        var cut = Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(whole, bytes));
        assertThat(problem(cut)).isEqualTo(PassProblem.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://example.org/menu",
                "WIFI:S:net;;",
                "AQ==x",
                "Größe",
                "AA",
                "\u0000",
                "{\"a\":1}"
            })
    void codes_of_other_things_are_unreadable(String text) {
        assertThat(problem(text)).isEqualTo(PassProblem.UNREADABLE);
    }

    @Property(tries = 500)
    void whatever_is_shown_is_answered(@ForAll String text, @ForAll byte[] noise) {
        assertThat(reader.read(text, HERE, BEFORE)).isInstanceOf(Reading.Bad.class);
        var code = Base64.getUrlEncoder().encodeToString(noise);
        assertThat(reader.read(code, HERE, BEFORE)).isInstanceOf(Reading.Bad.class);
        assertThat(problem(signed(PASS) + "AAAA")).isEqualTo(PassProblem.UNREADABLE);
        assertThat(problem("A".repeat(100_000))).isEqualTo(PassProblem.UNREADABLE);
    }

    /** Passes are printed and stay in pockets: this one must be read for ever. */
    @Test
    void a_pass_of_the_first_form_is_still_read() throws Exception {
        var printed =
                "AQdrDv0QAAbOAAADEDZmMWMyYTllMGI3ZDRjMzVSDX_X65iuIMeEKGioHrYSYrg2714hub_Axu1pfs8RAq31GWiZQ2teJfK2f_Ryx4_nUm-VCjVp1tZPA_OQAFgM";
        var published =
                new PublishedKey(OLD, Base64.getUrlEncoder().withoutPadding().encodeToString(RFC_POINT));
        assertThat(new PassReader(List.of(published)).read(printed, HERE, BEFORE))
                .isEqualTo(new Reading.Genuine(PASS));
        assertThat(new PassSigner(OLD, rfcKey()).sign(PASS)).isEqualTo(printed);
    }

    @Test
    void a_published_key_is_its_32_bytes_and_another_algorithm_is_refused() throws Exception {
        PublicKey known = Ed25519.publicKey(RFC_POINT);
        assertThat(PublishedKey.of(OLD, known).publicKey()).isEqualTo(known);
        assertThat(HexFormat.of().formatHex(Ed25519.sign(rfcKey(), new byte[] {0x72})))
                .startsWith("92a009a9f0d4cab8720e820b5f642540")
                .hasSize(2 * Ed25519.SIGNATURE);
        assertThat(Ed25519.raw(known)).isEqualTo(RFC_POINT);
        var other = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        assertThatThrownBy(() -> PublishedKey.of(OLD, other.getPublic())).hasMessageStartingWith("key must be");
        assertThatThrownBy(() -> new PassSigner(OLD, other.getPrivate()).sign(PASS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublishedKey(OLD, "short")).hasMessageStartingWith("key must be");
    }

    @Test
    void limits_of_a_pass_name_the_field() {
        assertThatThrownBy(() -> new Pass(HERE, TicketId.of(1), 0, Optional.empty()))
                .hasMessage("issue must be 1 to 1000000, but is 0");
        assertThatThrownBy(() -> new Pass(HERE, TicketId.of(1), 1, Optional.of(Instant.MAX)))
                .hasMessageStartingWith("expires must be");
        assertThatThrownBy(() -> new KeyNumber(256)).hasMessageStartingWith("key number must be");
    }

    @Property(tries = 6)
    void each_problem_has_a_reason_at_the_door_that_nobody_overrides(@ForAll PassProblem problem) {
        Reason reason = problem.reason();
        assertThat(reason.admits() || reason.canBeOverridden()).isFalse();
    }
}
