package downbeat.web.bench;

import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A series through HTTP, as its page does it: begin it, look every so often how far it has come, then publish all of it. Each run
 * into a new series of the same node, which is cold at the first.
 */
final class SeriesBench {
    private static final Map<String, String> DEFAULTS = Map.of("dates", "500", "look", "400", "runs", "5");

    private SeriesBench() {}

    public static void main(String[] args) throws Exception {
        Given given = new Given(args, DEFAULTS);
        try (Stage stage = Stage.open()) {
            Visitor omar = stage.organizer("bench-omar");
            System.out.println("| run | begun, answered ms | first seen made | all made ms | all published ms |");
            System.out.println("|---|---|---|---|---|");
            for (int run = 1; run <= given.number("runs"); run++) {
                run(run, given, omar);
            }
        }
        System.exit(0);
    }

    private static void run(int run, Given given, Visitor omar) throws InterruptedException {
        String popUp = PopUpBodies.drafted(omar, PopUpBodies.form("start", "2198-01-01T18:00"));
        Map<String, Object> rule = Map.of("rule", "FREQ=DAILY;COUNT=" + given.number("dates"));
        long start = System.nanoTime();
        String series = omar.post(PopUpBodies.ALL + "/" + popUp + "/series", rule)
                .expecting(202)
                .header("Location");
        long begun = System.nanoTime();
        List<Integer> seen = over(omar, series, given);
        long made = System.nanoTime();
        omar.post(series + "/publish").expecting(202);
        over(omar, series, given);
        long published = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %s | %d | %d |%n",
                run,
                (begun - start) / 1_000_000,
                seen.getFirst(),
                (made - start) / 1_000_000,
                (published - made) / 1_000_000);
    }

    /** How many were done each time somebody looked. */
    private static List<Integer> over(Visitor omar, String series, Given given) throws InterruptedException {
        List<Integer> seen = new ArrayList<>();
        for (int left = 1; left > 0; ) {
            Thread.sleep(given.number("look"));
            var round = omar.get(series).expecting(200).json().get("round");
            left = round.get("left").asInt();
            seen.add(round.get("total").asInt() - left);
        }
        return seen;
    }
}
