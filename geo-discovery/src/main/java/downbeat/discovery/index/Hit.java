package downbeat.discovery.index;

import java.util.OptionalDouble;

/**
 * A listing that was found, and why it stands where it stands.
 *
 * @param number of its row
 * @param metres away in a straight line; empty online
 * @param why the shares of the score, see {@link Ranking}
 */
public record Hit(int number, OptionalDouble metres, Why why) {

    /** Shares of a score, each from 0 to its weight. */
    public record Why(double distance, double time, double affinity, double scarcity) {

        public double score() {
            return distance + time + affinity + scarcity;
        }
    }
}
