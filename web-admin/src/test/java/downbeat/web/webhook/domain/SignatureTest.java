package downbeat.web.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** The example that Standard Webhooks and its libraries share. */
    private static final byte[] KEY = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final EventId ID = new EventId("msg_p5jXN8AQM9LWM0D4loKWxJek");
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void a_message_is_signed_as_standard_webhooks_signs_its_example() {
        assertThat(Signature.header(List.of(Secret.of(KEY)), ID, AT.plusMillis(999), BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void while_a_secret_is_changed_both_sign() {
        var other = Secret.of(new byte[32]);
        assertThat(Signature.header(List.of(other, Secret.of(KEY)), ID, AT, BODY))
                .matches("v1,[A-Za-z0-9+/]{43}= v1,g0hM9SsE\\+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_is_written_as_its_libraries_read_it_and_does_not_slip_into_a_log() {
        var secret = Secret.of(KEY);
        assertThat(secret.text()).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.toString()).doesNotContain("MfKQ");
        assertThatThrownBy(() -> Secret.of(new byte[23])).hasMessageContaining("24 to 64");
    }
}
