package downbeat.web.outbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.typesafe.config.ConfigFactory;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.outbox.Post;
import downbeat.web.outbox.Undeliverable;
import downbeat.web.outbox.domain.Said;
import downbeat.web.outbox.smtp.SmtpSettings.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Letters handed to real servers on this machine. */
class SmtpPostTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
    private static final EmailAddress MIA = new EmailAddress("mia@example.org");
    private static final Post.Parcel LETTER = new Post.Parcel(
            "n-1.m-mia",
            MIA,
            new Said("広場で体を動かそう 🚴", "Zeile eins: süß.\n\nرياضة في الساحة\n.\nEnd."),
            Optional.empty());

    @Test
    void a_letter_arrives_with_its_subject_and_its_words_in_any_script() throws Exception {
        try (var server = Server.of(ServerSetup.PROTOCOL_SMTP)) {
            server.mail.setUser("studio", "secret");
            server.mail.getManagers().getUserManager().setAuthRequired(true);
            var post = new SmtpPost(server.settings(Security.NONE, "studio", "secret"), NOON);
            post.deliver(LETTER);
            post.deliver(LETTER);
            post.rest();
            var mail = server.mail.getReceivedMessages();
            assertThat(mail).hasSize(2);
            assertThat(mail[0].getSubject()).isEqualTo(LETTER.said().subject());
            assertThat(mail[0].getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo(LETTER.said().words());
            assertThat(mail[0].getFrom()[0]).hasToString("Studio <post@studio.example>");
            assertThat(mail[0].getAllRecipients()).hasSize(1);
            assertThat(mail[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail[0].getSentDate()).isEqualTo(Date.from(NOON.instant()));
            assertThat(mail[0].getMessageID())
                    .as("the same at every try")
                    .isEqualTo("<n-1.m-mia@studio.example>")
                    .isEqualTo(mail[1].getMessageID());
        }
    }

    @Test
    void letters_are_ended_with_one_click_over_https_and_with_a_page_otherwise() throws Exception {
        assertThat(headers("https://studio.example/out"))
                .containsExactly("<https://studio.example/out>", "List-Unsubscribe=One-Click");
        assertThat(headers("http://studio.example/out")).containsExactly("<http://studio.example/out>", null);
        try (var server = Server.of(ServerSetup.PROTOCOL_SMTP)) {
            new SmtpPost(server.settings(Security.NONE, "", ""), NOON).deliver(LETTER);
            assertThat(server.mail.getReceivedMessages()[0].getHeader("List-Unsubscribe"))
                    .as("members cannot reach the pages")
                    .isNull();
        }
    }

    private static List<String> headers(String out) throws Exception {
        try (var server = Server.of(ServerSetup.PROTOCOL_SMTP)) {
            new SmtpPost(server.settings(Security.NONE, "", ""), NOON)
                    .deliver(new Post.Parcel("n-1", MIA, LETTER.said(), Optional.of(URI.create(out))));
            var mail = server.mail.getReceivedMessages()[0];
            return Arrays.asList(
                    mail.getHeader("List-Unsubscribe", null), mail.getHeader("List-Unsubscribe-Post", null));
        }
    }

    @Test
    void over_tls_only_a_server_that_somebody_vouches_for_gets_letters() throws Exception {
        try (var server = Server.of(ServerSetup.PROTOCOL_SMTPS)) {
            var settings = server.settings(Security.TLS, "", "");
            assertThat(refused(new SmtpPost(settings, NOON)).forGood()).isFalse();
            assertThat(server.mail.getReceivedMessages()).isEmpty();
            var trusting = new Properties();
            trusting.put("mail.smtp.ssl.trust", "127.0.0.1");
            trusting.put("mail.smtp.ssl.checkserveridentity", "false");
            var post = new SmtpPost(settings, NOON, trusting);
            post.deliver(LETTER);
            post.rest();
            assertThat(server.mail.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void nothing_is_said_to_a_server_that_does_not_turn_to_tls() throws Exception {
        try (var server = Server.of(ServerSetup.PROTOCOL_SMTP)) {
            var failure = refused(new SmtpPost(server.settings(Security.STARTTLS, "", ""), NOON));
            assertThat(failure.forGood()).isFalse();
            assertThat(server.mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_said_and_tried_again() throws Exception {
        try (var server = Server.of(ServerSetup.PROTOCOL_SMTP)) {
            server.mail.setUser("studio", "secret");
            server.mail.getManagers().getUserManager().setAuthRequired(true);
            var failure = refused(new SmtpPost(server.settings(Security.NONE, "studio", "wrong"), NOON));
            assertThat(failure.why()).contains("user and password").doesNotContain("wrong", "secret");
            assertThat(failure.forGood()).isFalse();
        }
    }

    @Test
    void what_a_server_refuses_for_good_is_not_tried_again_and_names_no_address() throws Exception {
        assertThat(answered("550 5.1.1 <mia@example.org> unknown").forGood()).isTrue();
        assertThat(answered("451 4.7.1 <mia@example.org> try later").forGood()).isFalse();
        assertThat(answered("550 5.1.1 <mia@example.org> unknown").why())
                .contains("550")
                .doesNotContain("mia");
    }

    @Test
    void settings_are_read_once_and_a_sender_is_needed() {
        var none = ConfigFactory.load().getConfig("downbeat.post.smtp");
        assertThat(SmtpSettings.of(none)).isEmpty();
        var hosted = ConfigFactory.parseString("host = mail.example, security = tls, from = \"post@studio.example\"")
                .withFallback(none);
        assertThat(SmtpSettings.of(hosted).orElseThrow().security()).isEqualTo(Security.TLS);
        assertThat(SmtpSettings.of(hosted).orElseThrow()).hasToString("SmtpSettings[mail.example:587, TLS]");
        assertThatThrownBy(() -> SmtpSettings.of(
                        ConfigFactory.parseString("host = mail.example").withFallback(none)))
                .hasMessageContaining("from");
        assertThatThrownBy(() -> new SmtpPost(
                        new SmtpSettings("h", 25, Security.NONE, "", "", "no sender", Duration.ofSeconds(1)), NOON))
                .hasMessageContaining("from");
    }

    private static Undeliverable refused(SmtpPost post) {
        return catchThrowableOfType(Undeliverable.class, () -> post.deliver(LETTER));
    }

    private static Undeliverable answered(String line) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var talk = new Thread(() -> refuseEveryRecipient(server, line));
            talk.start();
            return refused(new SmtpPost(settings(server.getLocalPort(), Security.NONE, "", ""), NOON));
        }
    }

    /** A server that greets everybody and takes letters for nobody. */
    private static void refuseEveryRecipient(ServerSocket server, String line) {
        try (var socket = server.accept();
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = socket.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var said = in.readLine(); said != null; said = in.readLine()) {
                var answer = said.startsWith("RCPT") ? line : said.startsWith("QUIT") ? "221 bye" : "250 fine";
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closed) {
            // the client has heard enough
        }
    }

    private static SmtpSettings settings(int port, Security security, String user, String password) {
        return new SmtpSettings(
                "127.0.0.1", port, security, user, password, "Studio <post@studio.example>", Duration.ofSeconds(10));
    }

    private record Server(GreenMail mail) implements AutoCloseable {
        static Server of(String protocol) {
            var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
            mail.start();
            return new Server(mail);
        }

        SmtpSettings settings(Security security, String user, String password) {
            var port = security == Security.TLS
                    ? mail.getSmtps().getPort()
                    : mail.getSmtp().getPort();
            return SmtpPostTest.settings(port, security, user, password);
        }

        @Override
        public void close() {
            mail.stop();
        }
    }
}
