package downbeat.web.rehearse.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeartRatesTest {
    @Test
    void the_bundled_ride_is_a_real_one() {
        HeartRates ride = HeartRates.bundled();
        assertThat(ride.beatsPerMinute()).hasSize(1_798);
        assertThat(ride.beatsPerMinute()).allSatisfy(rate -> assertThat(rate).isBetween(70, 164));
        assertThat(ride.at(1_798)).isEqualTo(ride.at(0));
    }

    @Test
    void another_file_is_refused() {
        assertThatThrownBy(
                        () -> HeartRates.read(new ByteArrayInputStream("not a ride".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }
}
