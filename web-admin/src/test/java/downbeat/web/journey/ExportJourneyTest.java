package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.cluster.node.PersonalTable;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that is stored about a member is theirs to read, and tells of no place finer than a neighbourhood. */
class ExportJourneyTest {
    /** What columns are called that name a person. */
    private static final String PEOPLE =
            "'participant', 'member', 'holder', 'account', 'owner', 'trainer', 'organizer', 'who', 'guest'";

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_member_reads_all_of_it_and_no_place_is_finer_than_resolution_seven() {
        var omar = stage.organizer("export-omar");
        var mia = stage.named("export-mia");
        var home = Map.of("latitude", 52.540412, "longitude", 13.408613);
        mia.put("/api/v1/me", Map.of("name", "Mia", "home", home, "consents", Map.of("home", true)), "*")
                .expecting(200);
        mia.post(AlertBodies.ALL, AlertBodies.around(52.540412, 13.408613)).expecting(201);
        var popUp = PopUpBodies.published(omar);
        PopUpBodies.bought(mia, popUp, "free");
        Awaitility.await().untilAsserted(() -> {
            var tables = mia.get("/api/v1/me/export").expecting(200).json().get("tables");
            assertThat(tables.get("pop_up_guest")).hasSize(1);
            assertThat(tables.get("journey_step").findValuesAsText("step")).containsExactly("BOOKED");
            assertThat(tables.get("member_name")).hasSize(1);
            assertThat(tables.get("alert")).hasSize(1);
            assertThat(tables.get("audit_trail")).isNotEmpty();
        });
        var export = mia.get("/api/v1/me/export").expecting(200);
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        var json = export.json();
        assertThat(json.at("/account/email").asText()).isEqualTo("export-mia@example.org");
        assertThat(json.at("/profile/home").asText())
                .isEqualTo(Cell.of(new GeoPoint(52.540412, 13.408613), 7).toString());
        var finest = cells(json).stream().mapToInt(Cell::resolution).max();
        assertThat(finest).as("there are cells, none finer than 7").hasValue(7);
        assertThat(export.text())
                .as("no coordinate that was ever sent")
                .doesNotContain("52.54")
                .doesNotContain("13.40");
        assertThat(export.text()).as("nothing of others").doesNotContain(omar.account());
    }

    @Test
    void every_table_that_names_people_is_among_them() {
        var node = stage.node().node().context();
        var named = node.database()
                .withHandle(db -> db.createQuery("SELECT table_name || '.' || column_name FROM"
                                + " INFORMATION_SCHEMA.COLUMNS WHERE LOWER(column_name) IN (" + PEOPLE + ")")
                        .mapTo(String.class)
                        .set());
        var known = new HashSet<String>();
        for (PersonalTable table : node.personalData().tables()) {
            known.add(table.table() + "." + table.column());
        }
        var forgotten = new TreeSet<String>();
        named.forEach(it -> forgotten.add(it.toLowerCase(Locale.ROOT)));
        forgotten.removeAll(known);
        assertThat(forgotten).isEqualTo(Set.of("member_name.account", "erasure.account", "erasure.participant"));
        assertThat(known).hasSizeGreaterThan(20);
    }

    private static List<Cell> cells(JsonNode json) {
        var cells = new ArrayList<Cell>();
        if (json.isTextual() && json.asText().matches("8[0-9a-f]{14}")) {
            cells.add(Cell.parse(json.asText()));
        }
        json.forEach(each -> cells.addAll(cells(each)));
        return cells;
    }
}
