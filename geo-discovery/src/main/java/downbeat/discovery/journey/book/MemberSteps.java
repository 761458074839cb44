package downbeat.discovery.journey.book;

import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.ParticipantEvent;
import downbeat.classes.participant.domain.ParticipantEvent.ConsentGiven;
import downbeat.classes.participant.domain.ParticipantEvent.ConsentWithdrawn;
import downbeat.classes.participant.domain.ParticipantEvent.MembershipBegun;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.discovery.journey.What;
import downbeat.kernel.ParticipantId;
import org.jdbi.v3.core.Handle;

/** Who became a member, and who lets it be noted what is shown to them. Withdrawn, all that was noted by it is gone. */
public final class MemberSteps implements View<ParticipantEvent> {

    @Override
    public String name() {
        return "journey-members";
    }

    @Override
    public void apply(Handle db, Recorded<ParticipantEvent> fact) {
        var who = new ParticipantId(fact.entityId());
        if (fact.event() instanceof MembershipBegun begun) {
            Steps.note(db, who, What.JOINED, who.value(), begun.at());
        }
        if (fact.event() instanceof ConsentGiven given && given.consent() == Consent.FIGURES) {
            withdraw(db, who);
            db.createUpdate("INSERT INTO journey_consent (member) VALUES (:member)")
                    .bind("member", who.value())
                    .execute();
        }
        if (fact.event() instanceof ConsentWithdrawn withdrawn && withdrawn.consent() == Consent.FIGURES) {
            withdraw(db, who);
            db.createUpdate("DELETE FROM journey_step WHERE member = :member AND step = :step")
                    .bind("member", who.value())
                    .bind("step", What.SHOWN.name())
                    .execute();
        }
    }

    private static void withdraw(Handle db, ParticipantId who) {
        db.createUpdate("DELETE FROM journey_consent WHERE member = :member")
                .bind("member", who.value())
                .execute();
    }
}
