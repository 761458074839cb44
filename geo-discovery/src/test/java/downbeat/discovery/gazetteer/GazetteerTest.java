package downbeat.discovery.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.GeoPoint;
import org.junit.jupiter.api.Test;

class GazetteerTest {
    private final Gazetteer berlin = Gazetteer.shipped();

    @Test
    void every_stop_of_berlin_is_there_where_it_is() {
        assertThat(berlin.all()).hasSize(10_059);
        assertThat(berlin.find("de:11000:900003201")).hasValueSatisfying(place -> {
            assertThat(place.name()).isEqualTo("S+U Berlin Hauptbahnhof");
            assertThat(place.point()).isEqualTo(new GeoPoint(52.525605, 13.369075));
        });
        assertThat(berlin.find("nowhere")).isEmpty();
    }

    @Test
    void the_beginning_of_a_word_finds_the_busiest_place_first_and_each_name_once() {
        var found = berlin.named("alex");
        assertThat(found.getFirst().name()).isEqualTo("S+U Alexanderplatz");
        assertThat(found).extracting(NamedPlace::name).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(10);
        assertThat(berlin.named("TRAM alexanderpl").getFirst().name()).isEqualTo("U Alexanderplatz [Tram]");
        assertThat(berlin.named("schonhauser allee").getFirst().name()).contains("Schönhauser Allee");
        assertThat(berlin.named("  ")).isEmpty();
        assertThat(berlin.named("zzzz")).isEmpty();
    }
}
