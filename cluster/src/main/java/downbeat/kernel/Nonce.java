package downbeat.kernel;

/** Marks the repeats of one scan, chosen by the device that scans. */
public record Nonce(String value) implements Id {

    public Nonce {
        Ids.check("nonce", value);
    }
}
