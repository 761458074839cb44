package downbeat.web.outbox.smtp;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail server of this installation.
 *
 * @param user empty: no sign-in
 * @param from the sender, such as {@code Studio <post@studio.example>}
 * @param patience for each step of the conversation
 */
public record SmtpSettings(
        String host, int port, Security security, String user, String password, String from, Duration patience) {

    /** How the way to the server is guarded. */
    public enum Security {
        /** The connection turns to TLS before anything is said, or nothing is. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In the clear: for a server on this machine or in a network of one's own. */
        NONE
    }

    public SmtpSettings {
        if (from.isBlank()) {
            throw new IllegalArgumentException(
                    "downbeat.post.smtp.from must name the sender, since a mail server is given");
        }
    }

    /** Empty without a host: no mail leaves. */
    public static Optional<SmtpSettings> of(Config smtp) {
        if (smtp.getString("host").isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new SmtpSettings(
                smtp.getString("host"),
                smtp.getInt("port"),
                Security.valueOf(smtp.getString("security").toUpperCase(Locale.ROOT)),
                smtp.getString("user"),
                smtp.getString("password"),
                smtp.getString("from"),
                smtp.getDuration("patience")));
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
    }
}
