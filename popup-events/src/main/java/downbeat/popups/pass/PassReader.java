package downbeat.popups.pass;

import downbeat.popups.domain.PopUpId;
import downbeat.popups.pass.PassText.Unreadable;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells genuine passes from others with nothing but the published keys. */
public final class PassReader {
    private final Map<KeyNumber, PublicKey> keys;

    /** @param published the key of now and those before it whose passes are still about, none twice */
    public PassReader(List<PublishedKey> published) {
        keys = published.stream().collect(Collectors.toUnmodifiableMap(PublishedKey::number, PublishedKey::publicKey));
    }

    /** @param here the pop-up at whose door it is shown */
    public Reading read(String text, PopUpId here, Instant now) {
        return read(text).map(pass -> judged(pass, here, now), Reading::bad);
    }

    private static Reading judged(Pass pass, PopUpId here, Instant now) {
        if (!pass.popUp().equals(here)) {
            return new Reading.Bad(PassProblem.FOREIGN, Optional.of(pass));
        }
        boolean expired = pass.expires().filter(until -> !now.isBefore(until)).isPresent();
        return expired ? new Reading.Bad(PassProblem.EXPIRED, Optional.of(pass)) : new Reading.Genuine(pass);
    }

    private Signed read(String text) {
        try {
            var read = PassText.read(text);
            var key = keys.get(read.key());
            if (key == null) {
                return new Signed(Optional.empty(), PassProblem.UNKNOWN_KEY);
            }
            boolean genuine = Ed25519.verify(key, PassText.message(read.signed()), read.signature());
            return new Signed(genuine ? Optional.of(read.pass()) : Optional.empty(), PassProblem.FORGED);
        } catch (Unreadable e) {
            return new Signed(Optional.empty(), e.problem());
        }
    }

    /** @param otherwise what is wrong when there is no pass */
    private record Signed(Optional<Pass> pass, PassProblem otherwise) {
        Reading map(Function<Pass, Reading> genuine, Function<PassProblem, Reading> bad) {
            return pass.map(genuine).orElseGet(() -> bad.apply(otherwise));
        }
    }
}
