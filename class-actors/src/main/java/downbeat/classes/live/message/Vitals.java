package downbeat.classes.live.message;

import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.quality.LinkStats;
import org.jspecify.annotations.Nullable;

/** What a device said of itself since its connection's last sign of life; null is what it did not speak of. */
public record Vitals(@Nullable Reading reading, @Nullable LinkStats stats) {
    public static final Vitals NONE = new Vitals(null, null);
}
