package downbeat.classes.plan;

/** What a plan was written for. Power is in percent of the threshold of that sport. */
public enum Sport {
    BIKE("ride"),
    RUN("run");

    private final String freely;

    Sport(String freely) {
        this.freely = freely;
    }

    /** What is done without a target: "free ride", "free run". */
    String freely() {
        return "free " + freely;
    }
}
