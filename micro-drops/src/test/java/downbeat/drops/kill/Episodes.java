package downbeat.drops.kill;

import downbeat.drops.domain.claim.Status;
import downbeat.drops.stage.World;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A rush, killed at a random instant, again and again on the same data. */
final class Episodes {
    private static final String NONE = "-";

    private final World world;
    private final Random random;
    private final int stock;
    private int promises;

    Episodes(World world, int stock, long seed) {
        this.world = world;
        this.random = new Random(seed);
        this.stock = stock;
    }

    /** Everything that was wrong in any of so many. */
    List<String> run(int episodes) throws Exception {
        var wrongs = new ArrayList<String>();
        var before = new Ledger(stock, Rush.LIMIT);
        String seen = NONE;
        for (int episode = 1; episode <= episodes + 1; episode++) {
            boolean last = episode == episodes + 1;
            String wanted = last ? NONE : "rush-" + episode;
            var now = new Ledger(stock, Rush.LIMIT);
            listen(seen, wanted, before, now, 1 + random.nextInt(stock * 2));
            int which = episode - 1;
            before.wrongs().forEach(wrong -> wrongs.add("episode " + which + " " + wrong));
            promises += now.promises();
            seen = wanted;
            before = now;
        }
        return wrongs;
    }

    /** How many claims were acknowledged over all. */
    int promises() {
        return promises;
    }

    /** @param enough answers after which the process is killed; what it still managed to say counts too */
    private void listen(String seen, String wanted, Ledger before, Ledger now, int enough) throws Exception {
        var process = Victim.start(world, Rush.class, seen, wanted, Integer.toString(stock));
        boolean looked = false;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int heard = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                looked |= line.equals("looked");
                note(line.split(" "), before, now);
                heard += line.startsWith("promised") || line.startsWith("paid") ? 1 : 0;
                if (looked && (heard == enough || wanted.equals(NONE))) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        if (!process.waitFor(30, TimeUnit.SECONDS) || !looked) {
            throw new IllegalStateException("the process of " + wanted + " did not begin, or would not die");
        }
    }

    private static void note(String[] words, Ledger before, Ledger now) {
        switch (words[0]) {
            case "found" -> before.found(Integer.parseInt(words[1]), words[2], Status.valueOf(words[3]));
            case "promised" -> now.promised(words[2], Integer.parseInt(words[1]));
            case "paid" -> now.paid(words[2], Integer.parseInt(words[1]));
            default -> {}
        }
    }

    /** For more than a test has time for: {@code Episodes h2|postgresql episodes}. */
    public static void main(String[] args) throws Exception {
        long seed = System.nanoTime();
        int count = Integer.parseInt(args[1]);
        try (World world = args[0].equals("h2") ? World.H2.create() : World.Postgres.create()) {
            var episodes = new Episodes(world, 300, seed);
            var wrongs = episodes.run(count);
            System.out.printf(
                    "%s, seed %d: %d episodes of kill -9, %d claims acknowledged, %d wrong%n",
                    args[0], seed, count, episodes.promises(), wrongs.size());
            wrongs.forEach(System.out::println);
            System.exit(wrongs.isEmpty() ? 0 : 1);
        }
    }
}
