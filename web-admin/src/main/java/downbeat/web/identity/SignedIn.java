package downbeat.web.identity;

import java.time.Instant;

/** An open session: who, the token that proves it, and until when. */
public record SignedIn(Caller caller, String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "SignedIn[" + caller.account() + "]";
    }
}
