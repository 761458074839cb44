package downbeat.classes.live.message;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.ClassState;
import downbeat.cluster.wire.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the outside sees of a running class.
 *
 * @param epoch null when the class is not running
 * @param gauge the trainer's gauge as of the wire protocol; null before the first second
 */
public record LiveCard(
        @Nullable String epoch,
        long gen,
        long offset,
        @Nullable ClassTime now,
        @Nullable ClassState state,
        List<Row> roster,
        List<RaisedHand> hands,
        @Nullable AskTally ask,
        @Nullable String gauge)
        implements Message {
    public LiveCard {
        roster = List.copyOf(roster);
        hands = List.copyOf(hands);
    }
}
