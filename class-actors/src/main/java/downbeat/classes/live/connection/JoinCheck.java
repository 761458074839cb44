package downbeat.classes.live.connection;

import downbeat.classes.live.message.Joiner;
import downbeat.kernel.Outcome;
import java.util.concurrent.CompletionStage;

/** Who stands behind a join token. */
@FunctionalInterface
public interface JoinCheck {
    /** Refused when the token is wrong or expired; a failed stage is an outage. */
    CompletionStage<Outcome<Joiner>> check(String token);
}
