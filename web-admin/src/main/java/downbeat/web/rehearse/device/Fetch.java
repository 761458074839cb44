package downbeat.web.rehearse.device;

import java.util.concurrent.CompletionStage;

/** Gets what a class brings along. */
public interface Fetch {
    /** How many bytes there were at a path of the server, once all of them are here; fails if they cannot be had. */
    CompletionStage<Long> bytes(String path);
}
