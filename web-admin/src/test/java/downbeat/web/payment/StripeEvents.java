package downbeat.web.payment;

import downbeat.web.stage.Reply;
import downbeat.web.stage.Visitor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the provider sends, signed as its documentation says and not by its library. */
public final class StripeEvents {
    public static final String PATH = "/api/v1/payments/stripe";
    public static final String SECRET = "whsec_of_the_tests";

    private StripeEvents() {}

    /** Of a node that takes payments at a provider there. */
    public static String settings(String apiBase) {
        return """
                downbeat.http.public-url = "https://studio.example/"
                downbeat.payment {
                  every = 50 ms
                  stripe { secret-key = sk_test_of_the_tests, webhook-secret = %s, api-base = "%s" }
                }
                """.formatted(SECRET, apiBase);
    }

    public static byte[] event(String id, String type, Map<String, Object> object) {
        return Visitor.json(Map.of("id", id, "object", "event", "type", type, "data", Map.of("object", object)));
    }

    /** What is told when somebody has been at a checkout. */
    public static byte[] paid(String id, StripeStub.Session session, String payment, long amount, String status) {
        return event(
                id,
                "checkout.session.completed",
                Map.of(
                        "id",
                        session.id(),
                        "payment_status",
                        status,
                        "payment_intent",
                        payment,
                        "amount_total",
                        amount,
                        "currency",
                        "eur",
                        "metadata",
                        Map.of("drop", session.drop(), "claim", session.claim())));
    }

    /** What is told of money that was given back. */
    static byte[] refund(String id, String type, String status, String due) {
        return event(
                id,
                type,
                Map.of(
                        "id",
                        "re_1",
                        "object",
                        "refund",
                        "status",
                        status,
                        "failure_reason",
                        "expired_or_canceled_card",
                        "metadata",
                        Map.of("due", due)));
    }

    public static Reply tell(Visitor provider, byte[] event) {
        return tell(provider, event, Instant.now());
    }

    static Reply tell(Visitor provider, byte[] event, Instant at) {
        return tell(provider, event, signature(event, SECRET, at));
    }

    static Reply tell(Visitor provider, byte[] event, String signature) {
        return provider.send(
                "POST", PATH, event, "Content-Type", "application/json; charset=utf-8", "Stripe-Signature", signature);
    }

    static String signature(byte[] body, String secret, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
