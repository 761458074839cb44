package downbeat.drops.domain;

import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Settlement;
import downbeat.kernel.Money;
import downbeat.kernel.Nonce;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an accepted command answers. */
public sealed interface DropReply {
    /** The life of the drop went on, or what is said of it changed. */
    record Done(Phase phase, long edition) implements DropReply {}

    /**
     * @param position from 1; before the draw the order in which they came
     * @param turn when they are let in; empty until the drop is open
     */
    record InLine(int position, int of, Optional<Instant> turn) implements DropReply {}

    record Held(ClaimId claim, Money price, Instant until) implements DropReply {}

    record Claimed(ClaimId claim, Money price, Settlement settlement) implements DropReply {}

    /** @param position from 1 */
    record Queued(int position) implements DropReply {}

    /**
     * The claim, offer or position is given up.
     *
     * @param refund what was paid and is owed back
     */
    record Released(Optional<Money> refund) implements DropReply {}

    /** @param claims that have become ready by this */
    record MadeReady(List<ClaimId> claims) implements DropReply {
        public MadeReady {
            claims = List.copyOf(claims);
        }
    }

    /** @param left units that are still to be handed over */
    record HandedOver(ClaimId claim, Handover handover, int left) implements DropReply {}

    /** One answer for each handover, in the order of the upload. */
    record Uploaded(List<Answer> answers) implements DropReply {
        public Uploaded {
            answers = List.copyOf(answers);
        }
    }

    record Answer(Nonce nonce, Judgement judgement) {}

    /** What is made of a handover that a counter made on its own. */
    enum Judgement {
        KEPT,
        /** It should not have been. */
        DISPUTED,
        /** There is no such claim. */
        UNKNOWN
    }
}
