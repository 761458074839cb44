package downbeat.popups.pass;

import java.util.Optional;

/** What comes of looking at something that was shown as a pass. */
public sealed interface Reading {
    /** Signed by the house, for this pop-up, and not expired. Whether its ticket still lets in is the door's to say. */
    record Genuine(Pass pass) implements Reading {}

    /** @param pass what it says, when it is genuine and yet of no use here */
    record Bad(PassProblem problem, Optional<Pass> pass) implements Reading {}

    static Reading bad(PassProblem problem) {
        return new Bad(problem, Optional.empty());
    }
}
