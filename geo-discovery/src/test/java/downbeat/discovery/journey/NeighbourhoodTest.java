package downbeat.discovery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    private static Cell cell(int n) {
        return Cell.of(new GeoPoint(50, 10 + n / 10.0), Step.RESOLUTION);
    }

    @Test
    void a_lift_is_the_share_beside_that_of_all() {
        assertThat(Neighbourhood.of(Map.of(cell(0), new Share(20, 100), cell(1), new Share(10, 100))))
                .containsExactlyInAnyOrder(
                        new Neighbourhood(Optional.of(cell(0)), new Share(20, 100), Optional.of(0.2 / 0.15)),
                        new Neighbourhood(Optional.of(cell(1)), new Share(10, 100), Optional.of(0.1 / 0.15)));
    }

    @Test
    void of_one_small_cell_nothing_follows_from_the_others_and_the_sum() {
        assertThat(Neighbourhood.of(
                        Map.of(cell(0), new Share(20, 100), cell(1), new Share(10, 50), cell(2), new Share(1, 3))))
                .extracting(Neighbourhood::cell, Neighbourhood::came)
                .containsExactly(
                        tuple(Optional.of(cell(0)), new Share(20, 100)), tuple(Optional.empty(), new Share(11, 53)));
    }

    @Test
    void where_there_are_only_a_few_nothing_is_told() {
        assertThat(Neighbourhood.of(Map.of(cell(0), new Share(1, 3)))).isEmpty();
        assertThat(Neighbourhood.of(Map.of())).isEmpty();
    }

    @Property(tries = 300)
    void never_is_a_number_told_behind_which_a_few_people_stand(
            @ForAll @Size(max = 8) List<@IntRange(max = 60) Integer> shown, @ForAll @IntRange(max = 100) int rate) {
        var cells = new HashMap<Cell, Share>();
        for (int i = 0; i < shown.size(); i++) {
            cells.put(cell(i), new Share((long) shown.get(i) * rate / 100, shown.get(i)));
        }
        var told = Neighbourhood.of(cells);
        assertThat(told).allSatisfy(it -> assertThat(it.came().crowd()).isTrue());
        long all = cells.values().stream().mapToLong(Share::of).sum();
        long named = told.stream().mapToLong(it -> it.came().of()).sum();
        assertThat(all - named)
                .as("what is left out of all together is nobody, or all there is")
                .matches(rest -> rest == 0 || told.isEmpty());
    }
}
