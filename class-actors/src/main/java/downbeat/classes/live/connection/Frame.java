package downbeat.classes.live.connection;

import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.quality.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device said in one frame. */
sealed interface Frame {
    /** Of the command; null when no reply is wanted. */
    @Nullable
    Long id();

    /** What only an attached device may say. */
    sealed interface Spoken extends Frame {}

    record Connect(
            @Nullable Long id,
            String token,
            String device,
            @Nullable Position resume) implements Frame {}

    record Leave(@Nullable Long id) implements Frame {}

    /** @param t0 the number as it was written */
    record Clock(@Nullable Long id, String t0) implements Spoken {}

    /** @param boundMillis the device's clock bound; negative when unknown */
    record Acks(@Nullable Long id, double boundMillis, double rttMillis, List<Ack> acks) implements Spoken {}

    /** What the member's sensors say. */
    record Bio(@Nullable Long id, Reading reading) implements Spoken {}

    /** How the device finds its link. */
    record Stats(@Nullable Long id, LinkStats stats) implements Spoken {}

    /** @param rung null takes the pin away */
    record Pin(@Nullable Long id, @Nullable Rung rung) implements Spoken {}

    record Command(@Nullable Long id, String verb, LiveCommand command) implements Spoken {}

    record Bad(@Nullable Long id, BadCommand why) implements Frame {}
}
