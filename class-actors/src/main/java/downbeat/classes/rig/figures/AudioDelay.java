package downbeat.classes.rig.figures;

import downbeat.kernel.bound.Wording;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long a sound takes from the program to the ear.
 *
 * @param how who says so
 * @param outputMs from the program to the ear
 * @param roundTripMs from the program through loudspeaker and microphone back, where it was measured
 * @param device name of what plays, 1 to 200 characters, where the browser tells
 * @param bluetooth whether that is a Bluetooth device, as far as its name tells
 */
public record AudioDelay(
        How how, double outputMs, OptionalDouble roundTripMs, Optional<String> device, boolean bluetooth) {
    public static final Range MILLIS = new Range(0, 10_000);
    public static final int LONGEST_NAME = 200;

    /** Where the figure comes from. */
    public enum How {
        /** Clicks were played and heard again by the microphone. */
        MEASURED,
        /** Somebody tapped along with the clicks. */
        TAPPED,
        /** The browser's own word, which knows little of Bluetooth. */
        REPORTED
    }

    public AudioDelay {
        MILLIS.check("outputMs", outputMs);
        roundTripMs.ifPresent(known -> MILLIS.check("roundTripMs", known));
        if (roundTripMs.isPresent() && roundTripMs.getAsDouble() < outputMs) {
            throw new IllegalArgumentException("roundTripMs must not be less than outputMs, which is a part of it");
        }
        device.ifPresent(AudioDelay::checkName);
    }

    /** Whether it was found out, rather than believed. */
    public boolean calibrated() {
        return how != How.REPORTED;
    }

    private static void checkName(String device) {
        if (device.isBlank() || device.length() > 2 * LONGEST_NAME) {
            throw new IllegalArgumentException("device must have 1 to " + LONGEST_NAME + " characters");
        }
        Wording.check("device", device);
    }
}
