package downbeat.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

/** What a preflight says of the mail server. */
class ChecksTest {

    @Test
    void a_mail_server_is_greeted_and_no_letter_is_sent() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        try {
            server.setUser("studio", "secret");
            assertThat(Checks.post(smtp(port, "post@studio.example", "studio", "secret")))
                    .isEqualTo(Finding.ok("post", "the mail server 127.0.0.1:" + port + " takes letters (NONE)"));
            var wrong = Checks.post(smtp(port, "post@studio.example", "studio", "guess"));
            assertThat(wrong.ok()).isFalse();
            assertThat(wrong.detail()).contains("127.0.0.1:" + port).doesNotContain("guess", "secret");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
        assertThat(Checks.post(smtp(port, "post@studio.example", "", "")).ok())
                .as("nobody is there any more")
                .isFalse();
    }

    @Test
    void without_a_mail_server_that_is_no_fault_and_a_sender_that_is_none_is_one() {
        assertThat(Checks.post(ConfigFactory.load()))
                .isEqualTo(Finding.ok("post", "no mail server is given; messages are read on the pages"));
        assertThat(Checks.post(smtp(25, "", "", "")).ok()).isFalse();
        assertThat(Checks.post(smtp(25, "no sender", "", "")).detail()).contains("from");
    }

    private static Config smtp(int port, String from, String user, String password) {
        return ConfigFactory.parseString("""
                downbeat.post.smtp {
                  host = "127.0.0.1", port = %d, security = none, from = "%s", user = "%s", password = "%s", patience = 3 s
                }""".formatted(port, from, user, password))
                .withFallback(ConfigFactory.load());
    }
}
