package downbeat.classes.participant.domain;

import downbeat.kernel.Refusal;
import java.util.Optional;

/** Why a participant says no. */
public sealed interface ParticipantRefusal extends Refusal {
    record NoSuchParticipant() implements ParticipantRefusal {
        @Override
        public String detail() {
            return "There is no such participant.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record AlreadyRegistered() implements ParticipantRefusal {
        @Override
        public String detail() {
            return "This participant is registered already under another name.";
        }
    }

    record NeedsConsent(Consent consent) implements ParticipantRefusal {
        @Override
        public String detail() {
            return "This needs your consent " + consent + " first.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("consents");
        }
    }

    record TooPrecise(int resolution) implements ParticipantRefusal {
        @Override
        public String detail() {
            return "A home cell has resolution " + ParticipantDecider.FINEST_HOME + " at most, this one has "
                    + resolution + "; more is never kept.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public Optional<String> field() {
            return Optional.of("home");
        }
    }
}
