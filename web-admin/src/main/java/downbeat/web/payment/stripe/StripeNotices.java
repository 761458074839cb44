package downbeat.web.payment.stripe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.web.payment.Forged;
import downbeat.web.payment.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;

/**
 * Events of Stripe. The library checks the signature; the fields are read from the JSON itself, so that an account on another version
 * of the API is understood as well.
 */
public final class StripeNotices implements Notice.Reader {
    private static final Set<String> SESSIONS =
            Set.of("checkout.session.completed", "checkout.session.async_payment_succeeded");
    /** Those of earlier versions of the API too. */
    private static final Set<String> REFUNDS = Set.of("refund.failed", "refund.updated", "charge.refund.updated");

    private static final Set<String> BACK_HERE = Set.of("failed", "canceled");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StripeSettings settings;
    private final Clock clock;

    public StripeNotices(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Notice read(byte[] body, String signature) throws Forged {
        var text = new String(body, StandardCharsets.UTF_8);
        try {
            long tolerance = settings.tolerance().toSeconds();
            Webhook.Signature.verifyHeader(text, signature, settings.webhookSecret(), tolerance, clock);
            return notice(JSON.readTree(text));
        } catch (SignatureVerificationException e) {
            throw new Forged("The signature is not of this body, or too old.");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Forged("This is no event.");
        }
    }

    private static Notice notice(JsonNode event) {
        var id = event.path("id").asText();
        var type = event.path("type").asText();
        if (id.isEmpty() || id.length() > 255 || type.isEmpty() || type.length() > 80) {
            throw new IllegalArgumentException("an event has an id and a type");
        }
        var object = event.at("/data/object");
        return REFUNDS.contains(type) ? refund(id, type, object) : session(id, type, object);
    }

    /** What was given back by hand names nothing that was due. */
    private static Notice refund(String id, String type, JsonNode refund) {
        boolean ours = refund.at("/metadata/due").isTextual();
        if (!ours || !BACK_HERE.contains(refund.path("status").asText())) {
            return new Notice.Other(id, type);
        }
        var reason = refund.path("failure_reason").asText(refund.path("status").asText());
        return new Notice.RefundFailed(
                id, type, refund.at("/metadata/due").asText(), reason.matches("[a-z_]{1,80}") ? reason : "unknown");
    }

    private static Notice session(String id, String type, JsonNode session) {
        boolean ours = session.at("/metadata/drop").isTextual()
                && session.at("/metadata/claim").isTextual();
        boolean paid = session.path("payment_status").asText().equals("paid");
        if (!SESSIONS.contains(type) || !ours || !paid) {
            return new Notice.Other(id, type);
        }
        return new Notice.Paid(
                id,
                type,
                session.path("id").asText(),
                new DropId(session.at("/metadata/drop").asText()),
                new ClaimId(session.at("/metadata/claim").asText()),
                new PaymentId(session.path("payment_intent").asText()),
                StripeAmount.money(
                        session.path("amount_total").asLong(),
                        session.path("currency").asText()));
    }
}
