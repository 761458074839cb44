package downbeat.web.contract;

import static downbeat.web.stage.PopUpBodies.ALL;

import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A series from its preview to its end, with everything that is refused on the way. */
final class SeriesStory {
    private static final Map<String, Object> WEEKS = Map.of("rule", "FREQ=WEEKLY;COUNT=3");
    private static final Map<String, Object> TOO_MANY = Map.of("rule", "FREQ=DAILY;COUNT=501");
    private static final Map<String, Object> REASON = Map.of("reason", "The hall is closed.");

    private final Visitor omar;

    SeriesStory(Stage stage) {
        omar = stage.organizer("story-series-omar");
    }

    void tell() {
        imported();
        var form = PopUpBodies.form("start", "2198-03-18T02:30");
        var popUp = PopUpBodies.drafted(omar, form);
        var path = ALL + "/" + popUp + "/series";
        omar.post(path + "/preview", WEEKS).expecting(200);
        omar.post(path + "/preview", TOO_MANY).expecting(422);
        omar.post(path, TOO_MANY).expecting(422);
        var series = omar.post(path, WEEKS, "weeks").expecting(202).header("Location");
        omar.post(path, Map.of("rule", "FREQ=DAILY;COUNT=3"), "weeks").expecting(422);
        omar.get(series).expecting(200);
        omar.get("/api/v1/me/series").expecting(200);
        PopUpBodies.over(omar, series);
        night(series);
        rounds(series, popUp);
    }

    private void imported() {
        var path = ALL + "/import";
        omar.send("POST", path, bytes(PopUpBodies.sheet("a", "b")), "Idempotency-Key", "sheet")
                .expecting(200);
        omar.send("POST", path, bytes(PopUpBodies.sheet("a")), "Idempotency-Key", "sheet")
                .expecting(422);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Workouts have been imported from this address just before. */
    static void tooOften(Visitor tara) {
        tara.send("POST", ALL + "/import", bytes(PopUpBodies.sheet("a"))).expecting(429);
    }

    /** The clocks go forward in the night of 25 March. */
    private void night(String series) {
        var move = "/dates/2198-03-25/move";
        omar.post(series + move, Map.of("start", "2198-03-25T02:30")).expecting(422);
        omar.post(series + move, Map.of("start", "2198-03-25T03:00")).expecting(202);
        PopUpBodies.over(omar, series);
        omar.post(series + move, Map.of("start", "2198-03-25T04:00")).expecting(409);
    }

    private void rounds(String series, String popUp) {
        omar.post(series + "/publish").expecting(202);
        PopUpBodies.over(omar, series);
        omar.post(series + "/alike", Map.of("popUp", popUp), "alike").expecting(202);
        PopUpBodies.over(omar, series);
        omar.post(series + "/alike", Map.of("popUp", "u-another"), "alike").expecting(422);
        omar.post(series + "/cancel", REASON, "end").expecting(202);
        PopUpBodies.over(omar, series);
        omar.post(series + "/cancel", Map.of("reason", "Another"), "end").expecting(422);
        omar.post(series + "/publish").expecting(409);
        omar.post(series + "/cancel", REASON).expecting(409);
        omar.post(series + "/alike", Map.of("popUp", popUp)).expecting(409);
    }
}
