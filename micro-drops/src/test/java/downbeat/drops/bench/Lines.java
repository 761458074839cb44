package downbeat.drops.bench;

import java.io.IOException;
import java.io.InputStream;

/** Lines that end with CR LF, as those of Redis and of HTTP do. */
final class Lines {
    private Lines() {}

    /** @throws IOException if the other side has gone */
    static String next(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }
}
