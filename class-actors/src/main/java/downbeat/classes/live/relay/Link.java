package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.Role;

/** A device's connection, as its relay knows it. */
record Link(Joiner joiner, String device, ActorRef<ConnectionMessage> socket) {

    boolean trainer() {
        return joiner.role() == Role.TRAINER;
    }

    boolean screen() {
        return joiner.role() == Role.SCREEN;
    }

    boolean member() {
        return joiner.role() == Role.MEMBER;
    }

    /** Names the device among all devices of the class. */
    String key() {
        return joiner.member().value() + "|" + device;
    }
}
