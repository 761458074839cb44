package downbeat.popups.series.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * One task going through many dates.
 *
 * @param number from 1
 * @param total how many dates it was given
 * @param open those it has not come to
 */
public record Round(int number, Task task, int total, List<LocalDate> open) {
    public Round {
        open = List.copyOf(open);
    }

    public boolean over() {
        return open.isEmpty();
    }

    Round without(List<Result> results) {
        var gone = new HashSet<>(results.stream().map(Result::date).toList());
        return new Round(
                number,
                task,
                total,
                open.stream().filter(date -> !gone.contains(date)).toList());
    }
}
