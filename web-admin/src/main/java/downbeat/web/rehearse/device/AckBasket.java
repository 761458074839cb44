package downbeat.web.rehearse.device;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers acknowledgements, so that a device sends a few frames a second and not one per cue. */
final class AckBasket {
    /** The protocol lets a device hold an acknowledgement this long, milliseconds. */
    static final long HOLD_MILLIS = 250;

    private final List<Ack> acks = new ArrayList<>();

    private record Ack(
            long offset, double executedTicks, @Nullable Double classTime, String how) {}

    /** @param classTime the device's estimate, null before it knows class time */
    void add(long offset, double executedTicks, @Nullable Double classTime, String how) {
        acks.add(new Ack(offset, executedTicks, classTime, how));
    }

    boolean isEmpty() {
        return acks.isEmpty();
    }

    /**
     * The frame to send now; the basket is empty after.
     *
     * @param rtt the newest probe's round trip, milliseconds
     */
    String take(double nowTicks, @Nullable Double bound, @Nullable Double rtt) {
        StringBuilder frame = new StringBuilder(64 + 64 * acks.size())
                .append("{\"ack\":{\"bound\":")
                .append(bound)
                .append(",\"rtt\":")
                .append(rtt)
                .append(",\"cues\":[");
        String comma = "";
        for (Ack ack : acks) {
            frame.append(comma).append("{\"o\":").append(ack.offset()).append(",\"held\":");
            frame.append(Math.round((nowTicks - ack.executedTicks()) * 100) / 100.0);
            frame.append(",\"ct\":")
                    .append(ack.classTime())
                    .append(",\"how\":\"")
                    .append(ack.how());
            frame.append("\"}");
            comma = ",";
        }
        acks.clear();
        return frame.append("]}}").toString();
    }
}
