package downbeat.cluster.entity;

import downbeat.kernel.Refusal;
import downbeat.kernel.Version;

/** Somebody else has edited it since the author of the command has {@link Seen} it. */
public record Outdated(Version present) implements Refusal {

    @Override
    public String detail() {
        return "You edit an older version; read it again (now " + present.text() + ") and repeat your change.";
    }
}
