package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.web.identity.token.Sealed;
import java.util.Optional;

/** What ends letters to somebody without a sign-in. It names nobody to others, cannot be guessed, and is good for as long as letters are. */
public final class UnsubscribeTokens {
    private static final String KIND = "unsubscribe";

    private final Sealed sealed;

    public UnsubscribeTokens(Sealed sealed) {
        this.sealed = sealed;
    }

    public String of(ParticipantId reader) {
        return sealed.seal(KIND, reader.value());
    }

    /** Whose letters it ends. */
    public Optional<ParticipantId> read(String token) {
        return sealed.open(KIND, token).map(ParticipantId::new);
    }
}
