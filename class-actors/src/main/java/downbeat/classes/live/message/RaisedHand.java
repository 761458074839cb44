package downbeat.classes.live.message;

import downbeat.classes.live.clock.ClassTime;
import downbeat.kernel.ParticipantId;

/** A hand, in the order raised. */
public record RaisedHand(ParticipantId member, String name, ClassTime at) {}
