package downbeat.classes.live.message;

import downbeat.classes.live.clock.ClassTime;
import downbeat.cluster.wire.Message;
import org.jspecify.annotations.Nullable;

/** What came of a {@link LiveCommand}. */
public sealed interface LiveAnswer extends Message {

    /** A cue was issued, or had been: it is held by two logs. */
    record Issued(String cueId, long offset, @Nullable ClassTime at) implements LiveAnswer {}

    /** @param place in the order of hands, from 1; 0 when down */
    record HandIs(boolean up, int place) implements LiveAnswer {}

    /** @param cueId of the ask that is answered */
    record Confirmed(String cueId) implements LiveAnswer {}

    /** Done, with nothing to tell. */
    record Done() implements LiveAnswer {}

    /** @param code of the wire protocol */
    record Refused(String code, String detail, @Nullable String field) implements LiveAnswer {}
}
