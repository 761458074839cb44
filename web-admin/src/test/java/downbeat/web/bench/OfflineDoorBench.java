package downbeat.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.pass.Pass;
import downbeat.web.browser.Pocket;
import downbeat.web.pass.PassKeys;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * A door without a network: 2,000 scans over two hours of simulated time on three devices, each a Chromium of its own with the
 * modules of the page and its IndexedDB; each browser is killed once, right after a verdict. Then everything is uploaded, shuffled
 * over all devices and every batch twice, and by the devices themselves once more. Proves that the server has every scan that was
 * told, once, and has flagged every double admission; tells how long a verdict took. No part of the suite: see
 * {@code src/test/bench/offline-door}.
 */
class OfflineDoorBench {
    private static final int SCANS = 2_000;
    private static final int DEVICES = 3;
    private static final int GUESTS = 70;
    private static final int EACH = 20;
    private static final int TICKETS = GUESTS * EACH;
    private static final int VOID = 40;
    private static final long BETWEEN_MS = 7_200_000L / SCANS;
    private static final int BATCH = 400;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODULES = """
            async ([popUp, account, password]) => {
              const ui = document.querySelector('script[src$="/app.js"]').getAttribute('src').replace('/app.js', '');
              const load = (name) => import(`${ui}/core/${name}.js`);
              const [{ GateAlone }, { GateStore }, { GateUpload }, { Api }] = await Promise.all(['gate-alone', 'gate-store', 'gate-upload', 'http'].map(load));
              const api = new Api();
              window.at = 0;
              window.store = new GateStore();
              window.alone = new GateAlone({ popUp, store, now: () => window.at });
              await api.post('/session', { email: account, password });
              if (!(await alone.load())) await alone.learn((await api.getSince(`/pop-ups/${popUp}/door/book`)).body, { asOf: 0, mark: [] });
              window.upload = new GateUpload({ alone, send: (body) => api.post(`/pop-ups/${popUp}/scans/offline`, body) });
              return alone.untold.length; }""";
    private static final String DECIDE = """
            async ([at, json]) => { window.at = at; const scan = JSON.parse(json); const began = performance.now();
              const { reason } = await alone.decide(scan); return [reason, performance.now() - began]; }""";

    private final Random random = new Random(42);
    private final Histogram micros = new Histogram(1, 60_000_000, 3);
    private final List<Told> ledger = new ArrayList<>();
    private final long began = System.currentTimeMillis() - 7_200_000L - 60_000L;

    /** What a device told somebody who stood before it. */
    private record Told(String nonce, int ticket, String direction, long at, String reason) {
        boolean in() {
            return reason.equals("OK") && direction.equals("ENTRY");
        }

        boolean out() {
            return reason.equals("OK") && direction.equals("EXIT");
        }
    }

    /** What somebody shows. */
    private record Shown(String pass, int ticket, String direction) {}

    @Test
    void nothing_is_lost_or_doubled_and_every_double_admission_is_flagged() throws IOException {
        try (var stage = Stage.open("downbeat.http.rate-limits = off")) {
            var omar = stage.organizer("omar");
            var id = popUp(stage, omar);
            var devices = IntStream.range(0, DEVICES)
                    .mapToObj(n -> PopUpBodies.device(omar, id))
                    .toList();
            var pockets = new ArrayList<Pocket>();
            try {
                devices.forEach(device -> pockets.add(Pocket.open()));
                pockets.forEach(pocket -> begin(pocket, stage, id));
                twoHours(stage, id, devices, pockets);
                var rows = rows(pockets, id);
                assertThat(rows).as("on the devices").hasSize(SCANS);
                upload(omar, id, rows);
                pockets.forEach(pocket -> pocket.page().evaluate("() => upload.run()"));
                pockets.forEach(pocket -> assertThat(pocket.page().evaluate("alone.untold.length"))
                        .isEqualTo(0));
                pockets.forEach(pocket -> assertThat(pocket.page().evaluate("alone.untaken.length"))
                        .isEqualTo(0));
            } finally {
                pockets.forEach(Pocket::close);
            }
            judge(omar, id);
        }
    }

    private String popUp(Stage stage, Visitor omar) {
        var form = PopUpBodies.form("capacity", TICKETS);
        var kind = PopUpBodies.kind("free", "FREE", TICKETS, 0);
        kind.put("perPerson", EACH);
        form.put("kinds", List.of(kind));
        var id = PopUpBodies.published(omar, form);
        var path = PopUpBodies.ALL + "/" + id;
        for (int number = 0; number < GUESTS; number++) {
            var guest = stage.named("guest" + number);
            var hold = guest.post(path + "/holds", Map.of("kind", "free", "count", EACH))
                    .expecting(201)
                    .json()
                    .get("id")
                    .asText();
            guest.post(path + "/holds/" + hold + "/confirm").expecting(200);
            if (number < VOID / EACH) {
                for (int ticket = number * EACH + 1; ticket <= (number + 1) * EACH; ticket++) {
                    guest.post(path + "/tickets/" + ticket + "/cancel").expecting(200);
                }
            }
        }
        omar.post(path + "/open").expecting(200);
        return id;
    }

    private static Object begin(Pocket pocket, Stage stage, String id) {
        pocket.page().navigate(stage.url() + "/signin");
        return pocket.page().evaluate(MODULES, List.of(id, "omar@example.org", Visitor.PASSWORD));
    }

    private void twoHours(Stage stage, String id, List<String> devices, List<Pocket> pockets) throws IOException {
        var keys = stage.node().node().context().find(PassKeys.class);
        int fresh = VOID;
        for (int n = 0; n < SCANS; n++) {
            int which = random.nextInt(DEVICES);
            var before = ledger.stream().filter(Told::in).toList();
            Shown shown;
            int dice = random.nextInt(100);
            if (dice < 10 && !before.isEmpty()) {
                shown = genuine(
                        keys, id, before.get(random.nextInt(before.size())).ticket(), "ENTRY");
            } else if (dice < 18 && !before.isEmpty()) {
                shown = genuine(
                        keys, id, before.get(random.nextInt(before.size())).ticket(), "EXIT");
            } else if (dice < 25) {
                shown = new Shown(forged(keys, id), 0, "ENTRY");
            } else if (dice < 29) {
                shown = new Shown(genuine(keys, "u-elsewhere", 7, "ENTRY").pass(), 0, "ENTRY");
            } else if (dice < 32 || fresh == TICKETS) {
                shown = genuine(keys, id, 1 + random.nextInt(VOID), "ENTRY");
            } else {
                fresh++;
                shown = genuine(keys, id, fresh, "ENTRY");
            }
            scan(pockets.get(which), devices.get(which), n, shown);
            if (n % (SCANS / (DEVICES + 1)) == SCANS / (DEVICES + 1) - 1 && n + 1 < SCANS) {
                var killed = pockets.get(which);
                killed.kill();
                killed.startAgain();
                System.out.printf("killed after scan %d; %s scans were there%n", n + 1, begin(killed, stage, id));
            }
        }
    }

    private void scan(Pocket pocket, String device, int n, Shown shown) throws IOException {
        long at = began + n * BETWEEN_MS;
        var scan = JSON.writeValueAsString(Map.of(
                "nonce",
                "n-" + n,
                "code",
                shown.pass(),
                "gate",
                "main",
                "device",
                device,
                "direction",
                shown.direction()));
        var answer = (List<?>) pocket.page().evaluate(DECIDE, List.of((double) at, scan));
        ledger.add(new Told("n-" + n, shown.ticket(), shown.direction(), at, (String) answer.getFirst()));
        micros.recordValue(Math.max(1, Math.round(((Number) answer.get(1)).doubleValue() * 1_000)));
    }

    private static Shown genuine(PassKeys keys, String id, int ticket, String direction) {
        var pass = new Pass(new PopUpId(id), TicketId.of(ticket), 1, Optional.empty());
        return new Shown(keys.sign(pass).text(), ticket, direction);
    }

    private String forged(PassKeys keys, String id) {
        var pass = genuine(keys, id, 1 + random.nextInt(TICKETS), "ENTRY").pass();
        return pass.substring(0, pass.length() - 20) + "forgedforgedforgedfo";
    }

    /** What the devices hold, as they would send it. */
    private static List<ObjectNode> rows(List<Pocket> pockets, String id) throws IOException {
        var rows = new ArrayList<ObjectNode>();
        for (var pocket : pockets) {
            var held = (String) pocket.page().evaluate("async (id) => JSON.stringify(await store.scans(id))", id);
            JSON.readTree(held)
                    .forEach(scan -> rows.add(((ObjectNode) scan)
                            .retain("nonce", "pass", "gate", "device", "direction", "at", "reason")));
        }
        return rows;
    }

    private void upload(Visitor omar, String id, List<ObjectNode> rows) {
        Collections.shuffle(rows, random);
        var batches = new ArrayList<List<ObjectNode>>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
        batches.addAll(List.copyOf(batches));
        Collections.shuffle(batches, random);
        for (var batch : batches) {
            omar.post(PopUpBodies.ALL + "/" + id + "/scans/offline", Map.of("scans", batch))
                    .expecting(200);
        }
    }

    /** The ledger against the server, with the arithmetic of neither. */
    private void judge(Visitor omar, String id) {
        var door = omar.get(PopUpBodies.ALL + "/" + id + "/door").expecting(200).json();
        var entries = new HashMap<Integer, Integer>();
        var inside = new HashMap<Integer, Integer>();
        var doubled = new TreeSet<Integer>();
        var again = new TreeSet<Integer>();
        int exits = 0;
        for (var told : ledger) {
            if (told.in()) {
                int was = inside.merge(told.ticket(), 1, Integer::sum) - 1;
                if (was > 0) {
                    doubled.add(told.ticket());
                } else if (entries.containsKey(told.ticket())) {
                    again.add(told.ticket());
                }
                entries.merge(told.ticket(), 1, Integer::sum);
            } else if (told.out() && inside.getOrDefault(told.ticket(), 0) > 0) {
                inside.merge(told.ticket(), -1, Integer::sum);
                exits++;
            }
        }
        long in = ledger.stream().filter(Told::in).count();
        long refused = ledger.stream().filter(t -> !t.reason().equals("OK")).count();
        assertThat(door.at("/all/entries").asLong()).as("entries").isEqualTo(in);
        assertThat(door.at("/all/exits").asInt()).as("exits").isEqualTo(exits);
        assertThat(door.at("/all/refused").asLong()).as("refused").isEqualTo(refused);
        assertThat(flagged(door, "DOUBLE_ADMISSION")).as("double admissions").isEqualTo(doubled);
        assertThat(flagged(door, "REENTRY")).as("re-entries").isEqualTo(again);
        long known = door.at("/all/entries").asLong() + door.at("/all/refused").asLong();
        table(in + refused - known, doubled.size(), again.size(), in, refused);
    }

    private static Set<Integer> flagged(JsonNode door, String kind) {
        var tickets = new TreeSet<Integer>();
        door.get("incidents")
                .forEach(incident -> incident.get("kinds").forEach(one -> {
                    if (one.asText().equals(kind)) {
                        tickets.add(incident.get("ticket").asInt());
                    }
                }));
        return tickets;
    }

    /** @param lost less than none would be doubled */
    private void table(long lost, int doubled, int again, long in, long refused) {
        var reasons = ledger.stream()
                .collect(Collectors.groupingBy(Told::reason, java.util.TreeMap::new, Collectors.counting()));
        System.out.printf("%s, %s%n", Instant.ofEpochMilli(began + 7_260_000L), reasons);
        System.out.println(
                "| scans | devices | kills | lost | doubled | let in | refused | double admissions, all flagged | re-entries, all flagged | verdict p50 ms | p95 ms | p99 ms | max ms |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f | %.1f | %.1f | %.1f |%n",
                SCANS,
                DEVICES,
                DEVICES,
                Math.max(0, lost),
                Math.max(0, -lost),
                in,
                refused,
                doubled,
                again,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
