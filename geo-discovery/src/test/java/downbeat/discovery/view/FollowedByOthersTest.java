package downbeat.discovery.view;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.stage.Listings;
import downbeat.discovery.stage.Tables;
import downbeat.kernel.spec.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Another site reads one kind of listing page by page, while they change, and has in the end what there is. */
class FollowedByOthersTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant EVENING = NOW.plus(Duration.ofHours(6));

    private final HandClock clock = new HandClock(NOW);

    @Test
    void a_reader_has_what_there_is_on_h2() throws Exception {
        Tables.onH2("followed", this::followed);
    }

    @Test
    void a_reader_has_what_there_is_on_postgresql() throws Exception {
        Tables.onPostgresql(database -> {
            followed(database);
            database.useHandle(db -> db.execute("DELETE FROM listing"));
            ended(database, 20);
        });
    }

    private void followed(Jdbi database) {
        var random = new Random(29);
        for (int size : List.of(1, 3, 500)) {
            var table = new ListingTable(database);
            var writer = new ListingWriter(database, clock);
            var truth = new HashMap<String, Optional<Listing>>();
            var reader = new Reader(table, size);
            for (int n = 0; n < 100; n++) {
                change(writer, truth, "u-" + size + "-" + random.nextInt(20), n, random);
                if (random.nextInt(3) == 0) {
                    reader.page();
                }
            }
            reader.toTheEnd();
            assertThat(reader.has).containsAllEntriesOf(truth);
            assertThat(truth).containsValue(Optional.empty());
            assertThat(reader.page()).as("the end stays the end").isZero();

            var late = new Reader(table, size);
            late.toTheEnd();
            assertThat(late.has).as("who comes late has the same").isEqualTo(reader.readAgain().has);
        }
    }

    private static void change(
            ListingWriter writer, Map<String, Optional<Listing>> truth, String id, int version, Random random) {
        Optional<Listing> now = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(Listings.popUp(id, EVENING, random.nextInt(20)));
        writer.write(ListingKind.POP_UP, id, version, now.stream().toList());
        if (now.isPresent() || truth.containsKey(id)) {
            truth.put(id, now);
        }
    }

    /** What another site keeps. */
    private static final class Reader {
        private final ListingTable table;
        private final int size;
        private final Map<String, Optional<Listing>> has = new HashMap<>();
        private long after;

        Reader(ListingTable table, int size) {
            this.table = table;
            this.size = size;
        }

        int page() {
            var page = table.after(ListingKind.POP_UP, after, size);
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            for (var it : page) {
                assertThat(it.change()).isGreaterThan(after);
                after = it.change();
                has.put(it.source(), it.listing());
            }
            return page.size();
        }

        void toTheEnd() {
            while (page() > 0) {
                // and so on
            }
        }

        Reader readAgain() {
            var again = new Reader(table, size);
            again.toTheEnd();
            return again;
        }
    }

    @Test
    void one_kind_is_not_held_up_by_another_and_a_drop_is_none_of_the_others() throws Exception {
        Tables.onH2("followed-kinds", database -> {
            var table = new ListingTable(database);
            new ListingWriter(database, clock)
                    .write(ListingKind.POP_UP, "u-1", 1, List.of(Listings.popUp("u-1", EVENING, 1)));
            assertThat(table.after(ListingKind.CLASS, 0, 10)).isEmpty();
            assertThat(table.after(ListingKind.POP_UP, 0, 10)).singleElement().satisfies(it -> {
                assertThat(it.at()).isEqualTo(NOW);
                assertThat(it.listing()).contains(Listings.popUp("u-1", EVENING, 1));
            });
        });
    }

    @Test
    void what_nobody_ended_is_ended_told_and_taken_away_a_month_later() throws Exception {
        Tables.onH2("followed-ended", database -> ended(database, 450));
    }

    private void ended(Jdbi database, int many) {
        var table = new ListingTable(database);
        var writer = new ListingWriter(database, clock);
        var late = EVENING.plus(Duration.ofDays(3));
        for (int n = 0; n < many; n++) {
            var start = n % 2 == 0 ? EVENING : late;
            writer.write(ListingKind.POP_UP, "e-" + n, 1, List.of(Listings.popUp("e-" + n, start, 1)));
        }
        var reader = new Reader(table, 100);
        reader.toTheEnd();
        assertThat(writer.end(EVENING.plus(Duration.ofHours(2)))).isEqualTo(many / 2);
        assertThat(writer.end(EVENING.plus(Duration.ofHours(2)))).isZero();
        reader.toTheEnd();
        assertThat(reader.has.values().stream().filter(Optional::isEmpty)).hasSize(many / 2);
        assertThat(writer.clear(clock.instant())).isZero();
        assertThat(writer.clear(EVENING.plus(Duration.ofHours(2)))).isEqualTo(many / 2);
    }
}
