package downbeat.classes.live.connection;

import akka.actor.typed.RecipientRef;
import downbeat.classes.live.message.RelayMessage;
import downbeat.kernel.ClassId;

/** Where the relay of a class is reached from here. */
@FunctionalInterface
public interface RelayDirectory {
    RecipientRef<RelayMessage> of(ClassId classId);
}
