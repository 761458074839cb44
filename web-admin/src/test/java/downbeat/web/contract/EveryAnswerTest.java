package downbeat.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.api.HttpContract;
import downbeat.web.payment.RefundStory;
import downbeat.web.payment.StripeEvents;
import downbeat.web.payment.StripeStub;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation with every status that the document promises, but for outages: whatever is added to the document without a
 * walk that provokes it is named here.
 */
class EveryAnswerTest {
    /** Nobody provokes these in a sound node. */
    private static final Set<Integer> OUTAGES = Set.of(500, 503);

    private final HttpContract contract = HttpContract.ofTheNode();

    @BeforeEach
    void forgetWhatOthersSaw() {
        contract.startOver();
    }

    @Test
    void whatever_is_described_happens() throws IOException {
        try (var stripe = new StripeStub();
                var stage = Stage.open(StripeEvents.settings(stripe.url()))) {
            new Formalities(stage).walk();
            new AccountStory(stage).tell();
            new ClassStory(stage).tell();
            new AssetStory(stage).tell();
            new RigStory(stage).tell();
            new PopUpStory(stage).tell();
            new MessageStory(stage).tell();
            new SeriesStory(stage).tell();
            new DropStory(stage).tell();
            new DiscoveryStory(stage).tell();
            new AlertStory(stage).tell();
            new WebhookStory(stage).tell();
            new RefundStory(stage, stripe).tell();
            StripeEvents.tell(stage.anonymous(), StripeEvents.event("evt_1", "charge.refunded", Map.of()))
                    .expecting(204);
        }
        try (var strict = Stage.open("""
                downbeat.limits {
                  sign-in-by-address = { burst = 2, per-minute = 1 }
                  register-by-address = { burst = 2, per-minute = 1 }
                  join-by-account = { burst = 1, per-minute = 1 }
                  import-by-address = { burst = 1, per-minute = 1 }
                  upload-by-address = { burst = 1, per-minute = 1 }
                  measure-by-address = { burst = 1, per-minute = 1 }
                  verdict-by-address = { burst = 1, per-minute = 1 }
                  hold-by-address = { burst = 1, per-minute = 1 }
                  claim-by-address = { burst = 1, per-minute = 1 }
                  scan-by-address = { burst = 1, per-minute = 1 }
                  message-by-account = { burst = 1, per-minute = 1 }
                  unsubscribe-by-address = { burst = 1, per-minute = 1 }
                  webhook-by-account = { burst = 1, per-minute = 1 }
                  alert-by-account = { burst = 1, per-minute = 1 }
                }
                """)) {
            tooOften(strict);
            strict.anonymous().post(StripeEvents.PATH, Map.of()).expecting(404);
        }
        var missing = contract.described();
        missing.removeAll(contract.seen());
        missing.removeIf(answer -> OUTAGES.contains(answer.status()));
        assertThat(missing).isEmpty();
    }

    private static void tooOften(Stage strict) {
        var tara = strict.named("tara", "TRAINER");
        var omar = strict.appointed("omar", "ORGANIZER");
        strict.anonymous().post("/api/v1/accounts", Map.of()).expecting(400);
        assertThat(strict.anonymous()
                        .post("/api/v1/accounts", Map.of())
                        .expecting(429)
                        .header("Retry-After"))
                .isNotEmpty();
        var guess = Map.of("email", "tara@example.org", "password", "guess");
        strict.anonymous().post("/api/v1/session", guess).expecting(401);
        strict.anonymous().post("/api/v1/session", guess).expecting(429);
        tara.post("/api/v1/me/erasure", Map.of("password", "guess")).expecting(429);
        tara.send("POST", "/api/v1/cue-plans", Visitor.json("no workout")).expecting(400);
        tara.send("POST", "/api/v1/cue-plans", Workouts.ftpTest()).expecting(429);
        var all = "/api/v1/classes/nobody-knows-it/assets";
        AssetStory.upload(tara, all, "form.png", MediaFiles.png(1)).expecting(404);
        AssetStory.upload(tara, all, "form.png", MediaFiles.png(1)).expecting(429);
        tara.post("/api/v1/classes/nobody-knows-it/join").expecting(404);
        tara.post("/api/v1/classes/nobody-knows-it/join").expecting(429);
        RigStory.tooOften(tara);
        PopUpStory.tooOften(tara);
        MessageStory.tooOften(omar);
        SeriesStory.tooOften(tara);
        DropStory.tooOften(tara);
        WebhookStory.tooOften(tara);
        AlertStory.tooOften(tara);
    }
}
