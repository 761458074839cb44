package downbeat.cluster.entity;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * How the shell treats every aggregate, read once from {@code downbeat.entity}.
 *
 * @param patience how long a caller waits for an answer
 * @param mostWaiting commands that may wait at one entity; more are turned away as busy
 * @param mostInCommit commands decided together at most; 1 is no group commit
 */
record ShellSettings(Duration patience, int mostWaiting, int mostInCommit) {

    static ShellSettings of(Config entity) {
        return new ShellSettings(
                entity.getDuration("patience"), entity.getInt("most-waiting"), entity.getInt("most-in-commit"));
    }
}
