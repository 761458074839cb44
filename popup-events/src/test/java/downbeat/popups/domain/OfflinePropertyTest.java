package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.Decision;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Devices were alone; what they bring comes in any order, in any portions, and more than once. */
class OfflinePropertyTest {
    private static final int TICKETS = 4;
    private static final Instant NOW = START.plus(Duration.ofHours(1));
    private static final List<Reason> REASONS =
            List.of(Reason.OK, Reason.OK, Reason.OK, Reason.ALREADY_INSIDE, Reason.OVERRIDDEN, Reason.FORGED);

    private final PopUpDecider decider = new PopUpDecider();

    private static PopUp door() {
        var again = new Gate(NORTH, "North", true, true, true, List.of(), Optional.empty());
        return doorsOpenWith(TICKETS)
                .given(sold(1, ANNA, 2))
                .given(sold(3, BEN, 2))
                .given(new GatesSet(List.of(Gate.main(), again), BEFORE))
                .state();
    }

    @Property(tries = 500)
    void whatever_the_order_and_however_often_the_state_is_the_same_and_nothing_is_lost(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        var random = new Random(seed);
        var scans = scans(random, count);
        var once = uploaded(random, scans);
        var shuffled = new ArrayList<>(scans);
        shuffled.addAll(scans.subList(0, random.nextInt(scans.size() + 1)));
        Collections.shuffle(shuffled, random);
        var again = uploaded(random, shuffled);
        assertThat(again).isEqualTo(once);
        assertThat(kept(once)).isEqualTo(nonces(scans));
        doubleAdmissionsAreFlagged(once);
    }

    /** Each device tells what it saw by the same nonce; a second account of it is another view of the same scan. */
    private static List<OfflineScan> scans(Random random, int count) {
        var scans = new ArrayList<OfflineScan>();
        for (int n = 0; n < count; n++) {
            int number = 1 + random.nextInt(TICKETS + 1);
            scans.add(scan(random, "n-" + n, number));
            if (random.nextInt(5) == 0) {
                scans.add(scan(random, "n-" + n, number));
            }
        }
        return scans;
    }

    private static OfflineScan scan(Random random, String nonce, int number) {
        return OfflineRulesTest.scan(
                nonce,
                number,
                random.nextBoolean() ? MAIN : NORTH,
                random.nextBoolean() ? PHONE : TABLET,
                random.nextInt(3) == 0 ? Direction.EXIT : Direction.ENTRY,
                START.plusSeconds(random.nextInt(30)),
                REASONS.get(random.nextInt(REASONS.size())));
    }

    private PopUp uploaded(Random random, List<OfflineScan> scans) {
        var state = door();
        int from = 0;
        while (from < scans.size()) {
            int to = Math.min(scans.size(), from + 1 + random.nextInt(10));
            var upload = new PopUpCommand.UploadScans(scans.subList(from, to));
            if (decider.decide(state, upload, NOW)
                    instanceof Decision.Accept<PopUpEvent, PopUpReply>(var events, var reply)) {
                for (var event : events) {
                    state = decider.evolve(state, event);
                }
            }
            from = to;
        }
        return state instanceof PopUp.DoorsOpen open ? open.with(uncounted(open.sheet())) : state;
    }

    /** How many facts it took is no part of what is so. */
    private static Sheet uncounted(Sheet sheet) {
        return new Sheet(
                sheet.organizer(),
                sheet.details(),
                sheet.window(),
                sheet.roll(),
                sheet.desk(),
                sheet.door(),
                sheet.sequence(),
                0,
                sheet.edition());
    }

    private static Set<String> kept(PopUp state) {
        var nonces = new HashSet<String>();
        sheet(state)
                .roll()
                .all()
                .flatMap(ticket -> ticket.scans().all().stream())
                .forEach(scan -> assertThat(nonces.add(scan.nonce().value()))
                        .as("no scan is kept twice")
                        .isTrue());
        sheet(state)
                .door()
                .strays()
                .forEach(stray -> assertThat(nonces.add(stray.nonce().value())).isTrue());
        return nonces;
    }

    private static Set<String> nonces(List<OfflineScan> scans) {
        var nonces = new HashSet<String>();
        scans.forEach(scan -> nonces.add(scan.nonce().value()));
        return nonces;
    }

    private static void doubleAdmissionsAreFlagged(PopUp state) {
        var sheet = sheet(state);
        sheet.roll().all().forEach(ticket -> {
            var passages = ticket.passages(sheet.door());
            assertThat(passages.inside()).isNotNegative();
            boolean supervised = ticket.scans().all().stream().anyMatch(s -> s.reason() == Reason.OVERRIDDEN);
            long entries =
                    ticket.scans().all().stream().filter(Scan::admittedEntry).count();
            assertThat(passages.entries()).as("every entry counts").hasSize((int) entries);
            if (!supervised && passages.inside() > 1) {
                assertThat(ticket.incidents(sheet.door())).contains(Incident.DOUBLE_ADMISSION);
            }
        });
    }
}
