package downbeat.web.http.imported;

import downbeat.web.http.problem.ProblemType;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for each event of a calendar that does not say it itself.
 *
 * @param zone of times in UTC, with an offset or without any zone
 */
public record Otherwise(Optional<ZoneId> zone, Optional<String> host, Optional<Integer> capacity) {
    public static final Otherwise NOTHING = new Otherwise(Optional.empty(), Optional.empty(), Optional.empty());

    Otherwise in(Optional<ZoneId> ofTheFile) {
        return new Otherwise(ofTheFile.or(() -> zone), host, capacity);
    }

    String host(String field, Optional<String> said) {
        return said.or(() -> host)
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        field, "names nobody who receives the guests: say the host with the file (host=Velo Club)."));
    }

    String capacity(Optional<String> said) {
        return said.or(() -> capacity.map(String::valueOf))
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        "capacity", "is not in the event: say with the file how many people fit (capacity=40)."));
    }
}
