package downbeat.web.http.openactive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivitiesTest {

    @ParameterizedTest
    @CsvSource({
        "Indoor cycling, Indoor Cycling",
        "group cycling, Indoor Cycling",
        "YOGA, Yoga",
        "Zumba, Zumba®",
        "Mobility, Flexibility/Stretching",
        "Stretching, Flexibility/Stretching",
        "boot camp, Bootcamp"
    })
    void a_style_is_looked_up_by_its_words(String style, String label) {
        assertThat(Activities.of(style).label()).isEqualTo(label);
    }

    @Test
    void an_id_is_that_of_the_list() {
        assertThat(Activities.of("Indoor cycling").id())
                .isEqualTo("https://openactive.io/activity-list#5f09c2ca-ceeb-4e0c-871f-e2d0b9971317");
    }

    @Test
    void what_the_list_does_not_have_is_the_widest_that_is_true() {
        assertThat(Activities.of("Goat breathing").label()).isEqualTo("Group Exercise");
        assertThat(Activities.of("").label()).isEqualTo("Group Exercise");
    }
}
