package downbeat.kernel;

/** Names one cue plan. */
public record PlanId(String value) implements Id {

    public PlanId {
        Ids.check("plan id", value);
    }
}
