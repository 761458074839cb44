package downbeat.web.rehearse.device;

import com.garmin.fit.Decode;
import com.garmin.fit.FitRuntimeException;
import com.garmin.fit.MesgBroadcaster;
import com.garmin.fit.RecordMesgListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Heart rates of a real ride, one sample a second, beats per minute. */
public record HeartRates(List<Integer> beatsPerMinute) {
    private static final String BUNDLED = "/rehearse/Garmin830.fit";

    public HeartRates {
        beatsPerMinute = List.copyOf(beatsPerMinute);
        if (beatsPerMinute.isEmpty()) {
            throw new IllegalArgumentException("a recorded ride must hold heart rates");
        }
    }

    /** The ride that comes with the product. */
    public static HeartRates bundled() {
        try (InputStream in = HeartRates.class.getResourceAsStream(BUNDLED)) {
            return read(Objects.requireNonNull(in, BUNDLED));
        } catch (IOException e) {
            throw new IllegalStateException("the bundled ride cannot be read", e);
        }
    }

    /** @throws IOException when it is not a FIT file with heart rates */
    static HeartRates read(InputStream fit) throws IOException {
        List<Integer> rates = new ArrayList<>();
        MesgBroadcaster broadcaster = new MesgBroadcaster(new Decode());
        broadcaster.addListener((RecordMesgListener) message -> {
            Short rate = message.getHeartRate();
            if (rate != null) {
                rates.add(rate.intValue());
            }
        });
        try {
            broadcaster.run(fit);
            return new HeartRates(rates);
        } catch (FitRuntimeException | IllegalArgumentException e) {
            throw new IOException("not a FIT file with heart rates: " + e.getMessage(), e);
        }
    }

    /** The rate {@code second} seconds into the ride, which starts again at its end. */
    public int at(long second) {
        return beatsPerMinute.get((int) Math.floorMod(second, (long) beatsPerMinute.size()));
    }
}
