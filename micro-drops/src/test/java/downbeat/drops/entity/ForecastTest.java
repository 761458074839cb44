package downbeat.drops.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.drops.entity.Forecast.Past;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    @Test
    void earlier_drops_count_by_their_heads_and_the_range_is_that_of_each() {
        // 6 of 10, 10 of 40: 16 of 50 on the whole, 25 % to 60 %
        assertThat(Forecast.of(List.of(new Past(10, 6), new Past(40, 10)), 30))
                .contains(new Forecast(30, 2, 10, 7, 18));
    }

    @Test
    void one_drop_has_no_range_and_none_no_forecast() {
        assertThat(Forecast.of(List.of(new Past(20, 5)), 40)).contains(new Forecast(40, 1, 10, 10, 10));
        assertThat(Forecast.of(List.of(), 40)).isEmpty();
        assertThat(Forecast.of(List.of(new Past(20, 0)), 40)).contains(new Forecast(40, 1, 0, 0, 0));
        assertThat(Forecast.of(List.of(new Past(3, 5)), 0)).contains(new Forecast(0, 1, 0, 0, 0));
        assertThatThrownBy(() -> new Past(0, 1)).hasMessageContaining("attendees");
    }
}
