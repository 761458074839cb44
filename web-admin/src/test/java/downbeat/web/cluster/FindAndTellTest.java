package downbeat.web.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import akka.cluster.typed.Cluster;
import downbeat.cluster.database.Vendor;
import downbeat.discovery.alert.Waves;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.EventSource;
import downbeat.web.stage.OwnDatabase;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** Two nodes over one PostgreSQL: each finds what is published at the other, and of all their waves nobody is told twice. */
class FindAndTellTest {
    private static final int MEMBERS = 12;
    /** With the last one as many as anybody is told of in a day. */
    private static final int POP_UPS = Waves.MOST_A_DAY - 1;

    private static final String NEAR = "/api/v1/discover?near=48.1,11.5&radius=1000&attendance=in-person";

    @Test
    void what_one_node_publishes_is_found_at_both_and_each_page_hears_of_it_once() throws Exception {
        try (var postgres = new OwnDatabase(Vendor.POSTGRESQL);
                var first = Stage.open(postgres.settings());
                var second = Stage.open(postgres.settings() + joining(first))) {
            var urls = List.of(first.url(), second.url());
            var omar = first.organizer("omar");
            var members = IntStream.range(0, MEMBERS)
                    .mapToObj(n -> first.heldOut("m" + n + "-", false))
                    .toList();
            for (int n = 0; n < MEMBERS; n++) {
                members.get(n)
                        .at(urls.get(n % 2))
                        .post(AlertBodies.ALL, AlertBodies.around(48.1, 11.5))
                        .expecting(201);
            }
            var pages = members.stream()
                    .flatMap(who -> urls.stream().map(url -> page(who.at(url), url)))
                    .toList();
            var published = IntStream.range(0, POP_UPS)
                    .mapToObj(n -> PopUpBodies.published(omar.at(urls.get(n % 2)), PopUpBodies.at(48.1, 11.5, 20)))
                    .toList();
            soon(() -> assertThat(pages)
                    .allSatisfy(page -> assertThat(heard(page)).containsExactlyInAnyOrderElementsOf(published)));
            for (var url : urls) {
                soon(() -> assertThat(found(omar.at(url))).containsExactlyInAnyOrderElementsOf(published));
            }
            assertThat(told(first)).isEqualTo((long) MEMBERS * POP_UPS);

            omar.at(second.url())
                    .post(PopUpBodies.ALL + "/" + published.getFirst() + "/cancel", Map.of("reason", "Storm"))
                    .expecting(200);
            for (var url : urls) {
                soon(() -> assertThat(found(omar.at(url))).hasSize(POP_UPS - 1).doesNotContain(published.getFirst()));
            }

            second.node().close();
            var last = PopUpBodies.published(omar, PopUpBodies.at(48.1, 11.5, 20));
            soon(() -> assertThat(pages.stream().filter(page -> heard(page).contains(last)))
                    .as("those that are open at the node that stayed")
                    .hasSize(MEMBERS));
            soon(() -> assertThat(found(omar)).hasSize(POP_UPS).contains(last));
            assertThat(pages).allSatisfy(page -> assertThat(heard(page)).doesNotHaveDuplicates());
            pages.forEach(EventSource::close);
        }
    }

    private static String joining(Stage seed) {
        var address = Cluster.get(seed.node().node().system()).selfMember().address();
        return "downbeat.node.seed-nodes = [\"" + address.getHost().orElseThrow() + ":"
                + address.getPort().orElseThrow() + "\"]\n";
    }

    private static EventSource page(Visitor who, String url) {
        return new EventSource(url + AlertBodies.ALL + "/told", who.token(), "");
    }

    private static List<String> heard(EventSource page) {
        return ids(page.heard().stream().map(it -> it.data().at("/listing/path").asText()));
    }

    private static List<String> found(Visitor who) {
        return ids(who.get(NEAR)
                .expecting(200)
                .json()
                .get("items")
                .valueStream()
                .map(it -> it.get("path").asText()));
    }

    /** Of paths like {@code /pop-ups/p-1}. */
    private static List<String> ids(Stream<String> paths) {
        return paths.map(path -> path.replaceFirst(".*/", "")).toList();
    }

    private static long told(Stage stage) {
        return stage.node()
                .node()
                .context()
                .database()
                .withHandle(db -> db.createQuery("SELECT COUNT(*) FROM alert_told")
                        .mapTo(Long.class)
                        .one());
    }

    private static void soon(ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(holds);
    }
}
