package downbeat.cluster.entity;

import downbeat.kernel.Refusal;

/** Everything about this person has been deleted, and nothing more can be written about them. */
public record Gone() implements Refusal {

    @Override
    public String detail() {
        return "Whoever this was has had everything about them deleted.";
    }

    @Override
    public Kind kind() {
        return Kind.GONE;
    }
}
