package downbeat.web.outbox.smtp;

import downbeat.web.outbox.Post;
import downbeat.web.outbox.Undeliverable;
import downbeat.web.outbox.smtp.SmtpSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Hands letters to a mail server (RFC 5321), over one connection until it rests. */
public final class SmtpPost implements Post {
    private final SmtpSettings settings;
    private final Session session;
    private final InternetAddress from;
    private final Clock clock;
    private @Nullable Transport open;

    /** @throws IllegalArgumentException if the sender is no address */
    public SmtpPost(SmtpSettings settings, Clock clock) {
        this(settings, clock, new Properties());
    }

    /** With more properties of the mail library, which win. */
    SmtpPost(SmtpSettings settings, Clock clock, Properties more) {
        this.settings = settings;
        this.clock = clock;
        this.from = sender(settings.from());
        var all = properties(settings);
        all.putAll(more);
        this.session = Session.getInstance(all);
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("downbeat.post.smtp.from is no sender: " + e.getMessage(), e);
        }
    }

    private static Properties properties(SmtpSettings settings) {
        var millis = Long.toString(settings.patience().toMillis());
        var all = new Properties();
        all.put("mail.transport.protocol", "smtp");
        all.put("mail.smtp.host", settings.host());
        all.put("mail.smtp.port", Integer.toString(settings.port()));
        all.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        all.put("mail.smtp.connectiontimeout", millis);
        all.put("mail.smtp.timeout", millis);
        all.put("mail.smtp.writetimeout", millis);
        all.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        all.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        all.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.allowutf8", "true");
        return all;
    }

    @Override
    public void deliver(Parcel parcel) throws Undeliverable {
        MimeMessage mail;
        try {
            mail = mail(parcel);
        } catch (MessagingException e) {
            throw new Undeliverable("The address or the text cannot be written as a letter.", true);
        }
        try {
            connected().sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException e) {
            rest();
            throw undeliverable(e);
        }
    }

    /** Goes as far as a letter would: to the server, over to TLS and through the sign-in; then it hangs up. */
    public void greet() throws Undeliverable {
        try {
            connected();
        } catch (MessagingException e) {
            throw undeliverable(e);
        } finally {
            rest();
        }
    }

    private Transport connected() throws MessagingException {
        var transport = open;
        if (transport == null || !transport.isConnected()) {
            transport = session.getTransport();
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            open = transport;
        }
        return transport;
    }

    private MimeMessage mail(Parcel parcel) throws MessagingException {
        var utf8 = StandardCharsets.UTF_8.name();
        var mail = new Numbered(session, parcel.id() + "@" + host());
        mail.setFrom(from);
        mail.setRecipient(
                Message.RecipientType.TO, new InternetAddress(parcel.to().value(), true));
        mail.setSubject(parcel.said().subject(), utf8);
        mail.setText(parcel.said().words(), utf8);
        mail.setSentDate(Date.from(clock.instant()));
        // RFC 3834: no machine is to answer a machine.
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (parcel.unsubscribe().isPresent()) {
            unsubscribable(mail, parcel.unsubscribe().get());
        }
        mail.saveChanges();
        return mail;
    }

    /** RFC 2369; with one click (RFC 8058) over https only. */
    private static void unsubscribable(MimeMessage mail, URI out) throws MessagingException {
        mail.setHeader("List-Unsubscribe", "<" + out + ">");
        if ("https".equals(out.getScheme())) {
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private String host() {
        var address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Servers like to repeat the address in what they say: only their code is told. */
    private static Undeliverable undeliverable(MessagingException failure) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            if (e instanceof SMTPAddressFailedException refused) {
                return answered("The mail server does not take letters to this address", refused.getReturnCode());
            }
            if (e instanceof SMTPSenderFailedException refused) {
                return answered("The mail server does not take letters from this sender", refused.getReturnCode());
            }
            if (e instanceof SMTPSendFailedException refused) {
                return answered("The mail server did not take the letter", refused.getReturnCode());
            }
        }
        return failure instanceof AuthenticationFailedException
                ? new Undeliverable("The mail server does not know user and password.", false)
                : new Undeliverable("The mail server cannot be reached, or not as it is configured.", false);
    }

    /** RFC 5321: 5yz is for good, 4yz for now. */
    private static Undeliverable answered(String what, int code) {
        return new Undeliverable(what + " (" + code + ").", code >= 500);
    }

    @Override
    public void rest() {
        var transport = open;
        open = null;
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // it was to be closed anyway
            }
        }
    }

    /** The same letter has the same name at every try, so that a reader's mail program shows it once. */
    private static final class Numbered extends MimeMessage {
        private final String name;

        Numbered(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + ">");
        }
    }
}
