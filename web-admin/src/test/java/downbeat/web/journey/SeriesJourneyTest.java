package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A night ride every Sunday of a spring, through the night in which the clocks go forward. */
class SeriesJourneyTest {
    private static final Map<String, Object> SUNDAYS = Map.of(
            "rule",
            "FREQ=WEEKLY;COUNT=5",
            "leaveOut",
            List.of("2198-04-01"),
            "moved",
            List.of(Map.of("date", "2198-04-08", "start", "2198-04-09T03:30")));

    private static Stage stage;
    private static Visitor omar;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        omar = stage.organizer("series-omar");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_series_is_looked_at_first_then_made_once_with_its_exceptions_and_then_mended_and_published() {
        var first = PopUpBodies.drafted(omar, PopUpBodies.form("start", "2198-03-18T02:30"));
        var path = ALL + "/" + first + "/series";
        var preview = omar.post(path + "/preview", SUNDAYS).expecting(200).json();
        assertThat(preview.get("dates").findValuesAsText("date"))
                .containsExactly("2198-03-18", "2198-03-25", "2198-04-08", "2198-04-15");
        assertThat(preview.at("/dates/1/trouble/code").asText()).isEqualTo("start-does-not-exist");
        assertThat(preview.at("/dates/1/trouble/instead").asText()).isEqualTo("2198-03-25T03:00");
        assertThat(omar.get("/api/v1/me/series").json().get("items"))
                .as("nothing is made by looking")
                .isEmpty();

        var begun = omar.post(path, SUNDAYS, "sundays").expecting(202).header("Location");
        assertThat(omar.post(path, SUNDAYS, "sundays").expecting(202).header("Location"))
                .as("sent again")
                .isEqualTo(begun);
        var made = PopUpBodies.over(omar, begun);
        assertThat(made.at("/dates/0/popUp").asText()).isEqualTo(first);
        assertThat(made.at("/dates/1/popUp").isNull()).isTrue();
        var moved = omar.get(ALL + "/" + made.at("/dates/2/popUp").asText())
                .expecting(200)
                .json();
        assertThat(moved.get("localStart").asText()).isEqualTo("2198-04-09T03:30");
        assertThat(moved.get("start").asText()).as("in summer time").isEqualTo("2198-04-09T01:30:00Z");

        omar.post(begun + "/dates/2198-03-25/move", Map.of("start", "2198-03-25T03:00"))
                .expecting(202);
        PopUpBodies.over(omar, begun);
        omar.post(begun + "/publish").expecting(202);
        var published = PopUpBodies.over(omar, begun);
        for (var date : published.get("dates")) {
            assertThat(date.get("trouble").isNull()).isTrue();
            assertThat(omar.get(ALL + "/" + date.get("popUp").asText())
                            .json()
                            .get("phase")
                            .asText())
                    .isEqualTo("PUBLISHED");
        }
        stage.organizer("series-other").get(begun).expecting(404);
    }

    @Test
    void dates_get_the_pictures_of_the_first_and_keep_what_they_have() {
        var first = PopUpBodies.drafted(omar, PopUpBodies.form("start", "2170-03-18T18:00"));
        picture(first, "The square", 1);
        var begun = omar.post(ALL + "/" + first + "/series", Map.of("rule", "FREQ=WEEKLY;COUNT=3"))
                .expecting(202)
                .header("Location");
        var dates = PopUpBodies.over(omar, begun).get("dates");
        var second = dates.at("/1/popUp").asText();
        var third = dates.at("/2/popUp").asText();
        soon().untilAsserted(() -> assertThat(List.of(second, third))
                .allSatisfy(date -> assertThat(alts(date)).containsExactly("The square")));

        var gone = omar.get(ALL + "/" + third).json().at("/pictures/0/hash").asText();
        omar.delete(ALL + "/" + third + "/pictures/" + gone).expecting(204);
        picture(first, "The gate", 2);
        var fresh = omar.post(begun + "/publish").expecting(202).header("Location");
        PopUpBodies.over(omar, fresh);
        assertThat(alts(second)).as("what it has").containsExactly("The square");
        assertThat(alts(third)).as("somebody took it away").isEmpty();
    }

    @Test
    void pictures_that_come_later_reach_dates_without_any_when_the_series_goes_over_them_again() {
        var first = PopUpBodies.drafted(omar, PopUpBodies.form("start", "2171-03-18T18:00"));
        var begun = omar.post(ALL + "/" + first + "/series", Map.of("rule", "FREQ=WEEKLY;COUNT=2"))
                .expecting(202)
                .header("Location");
        var second = PopUpBodies.over(omar, begun).at("/dates/1/popUp").asText();
        // The first round's pictures are given after its end, so that a busy node may bring this one already with them.
        picture(first, "The square", 3);
        omar.post(begun + "/publish").expecting(202);
        soon().untilAsserted(() -> assertThat(alts(second)).containsExactly("The square"));
    }

    private static void picture(String popUp, String alt, int seed) {
        var query = "?alt=" + alt.replace(" ", "+");
        omar.send("POST", ALL + "/" + popUp + "/pictures" + query, MediaFiles.stripes(seed))
                .expecting(201);
    }

    private static List<String> alts(String popUp) {
        return omar.get(ALL + "/" + popUp).expecting(200).json().get("pictures").findValuesAsText("alt");
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void what_is_no_rule_is_refused_at_its_field() {
        var path = ALL + "/" + PopUpBodies.drafted(omar, PopUpBodies.form("start", "2150-12-01T18:00"))
                + "/series/preview";
        assertThat(field(path, Map.of("rule", "every Tuesday"), 400)).isEqualTo("rule");
        assertThat(field(path, Map.of("rule", "FREQ=WEEKLY"), 400)).isEqualTo("rule");
        assertThat(field(path, Map.of("rule", "FREQ=DAILY;COUNT=501"), 422)).isEqualTo("rule");
        var weeks = "FREQ=WEEKLY;COUNT=3";
        assertThat(field(path, Map.of("rule", weeks, "from", "2150-02-30"), 400))
                .isEqualTo("from");
        assertThat(field(path, Map.of("rule", weeks, "leaveOut", List.of("x")), 400))
                .isEqualTo("leaveOut[0]");
        assertThat(field(path, Map.of("rule", weeks, "leaveOut", List.of("2150-12-02")), 422))
                .isEqualTo("leaveOut");
        var outOfTime = List.of(Map.of("date", "2150-12-08", "start", "9999-01-01T10:00"));
        assertThat(field(path, Map.of("rule", weeks, "moved", outOfTime), 400)).isEqualTo("start");
    }

    private static String field(String path, Map<String, Object> body, int status) {
        return omar.post(path, body).expecting(status).json().get("field").asText();
    }
}
