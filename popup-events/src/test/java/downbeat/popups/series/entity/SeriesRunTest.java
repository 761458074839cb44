package downbeat.popups.series.entity;

import static downbeat.popups.domain.Fixtures.*;
import static downbeat.popups.series.domain.SeriesFixtures.RIDE;
import static downbeat.popups.series.domain.SeriesFixtures.plan;
import static downbeat.popups.stage.PopUpsNode.accepted;
import static downbeat.popups.stage.PopUpsNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpEvent.PopUpDrafted;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.series.domain.SeriesCommand;
import downbeat.popups.series.domain.SeriesCommand.Run;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesId;
import downbeat.popups.series.domain.Task;
import downbeat.popups.series.domain.Template;
import downbeat.popups.series.domain.Trouble;
import downbeat.popups.stage.PopUpsNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Series on a real node, with the pop-ups they make. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesRunTest {
    private static final Gate SIDE = new Gate(NORTH, "North", true, false, true, List.of(STANDARD), Optional.empty());

    @TempDir
    static Path data;

    private PopUpsNode node;

    @BeforeAll
    void start() {
        node = new PopUpsNode(data);
    }

    @AfterAll
    void close() {
        node.close();
    }

    private SeriesCard over(SeriesId id) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(card(id).round().open()).isEmpty());
        return card(id);
    }

    private SeriesCard card(SeriesId id) {
        return get(node.series().show(id)).orElseThrow();
    }

    private PopUpCard popUp(PopUpId id) {
        return get(node.popUps().show(id)).orElseThrow();
    }

    private SeriesCommand.Begin begin(SeriesId id, PopUpId first, String rule) {
        accepted(node.popUps().draft(first, ORGANIZER, RIDE));
        return new SeriesCommand.Begin(
                id, ORGANIZER, first, new Template(RIDE, List.of(Gate.main(), SIDE)), plan(rule));
    }

    @Test
    void a_series_that_was_stopped_halfway_is_finished_when_the_node_is_back_and_makes_nothing_twice() {
        var id = new SeriesId("s-stopped");
        accepted(node.series().ask(id, begin(id, new PopUpId("u-stopped"), "FREQ=DAILY;COUNT=120")));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(card(id).round().open().size()).isBetween(0, 118));
        node.restart();
        var dates = over(id).dates();
        assertThat(dates)
                .hasSize(120)
                .allMatch(SeriesDate::made)
                .allMatch(date -> date.trouble().isEmpty());
        for (var date : dates.subList(1, 120)) {
            var made = popUp(date.popUp());
            assertThat(made.details().timing().start()).isEqualTo(date.start());
            assertThat(made.door().gates()).hasSize(2);
            assertThat(made.edition()).as("drafted once, its gates set once").isEqualTo(2);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(node.witness().of(dates.getLast().popUp()))
                                .filteredOn(PopUpDrafted.class::isInstance)
                                .hasSize(1));
    }

    @Test
    void all_that_is_to_come_is_published_changed_and_cancelled_but_what_was_changed_by_hand_stays() {
        var id = new SeriesId("s-weeks");
        accepted(node.series().ask(id, begin(id, new PopUpId("u-weeks"), "FREQ=WEEKLY;COUNT=4")));
        var dates = over(id).dates();
        accepted(node.series().ask(id, new Run(new Task.Publish())));
        over(id);
        assertThat(dates).allMatch(date -> popUp(date.popUp()).phase() == Phase.PUBLISHED);

        var byHand = dates.get(2);
        var own = Fixtured.titled(popUp(byHand.popUp()).details(), "With the choir");
        accepted(node.popUps().ask(byHand.popUp(), new PopUpCommand.Edit(own)));
        accepted(node.series()
                .ask(id, new Run(new Task.Alike(new Template(Fixtured.titled(RIDE, "Late ride"), List.of())))));
        var after = over(id);
        assertThat(after.dates().get(2).trouble()).contains(Trouble.CHANGED_BY_HAND);
        assertThat(popUp(byHand.popUp()).details()).isEqualTo(own);
        assertThat(popUp(dates.get(3).popUp()).details().title()).isEqualTo("Late ride");
        assertThat(popUp(dates.get(3).popUp()).start()).isEqualTo(START.plus(Duration.ofDays(21)));
        assertThat(popUp(dates.getFirst().popUp()).details().title()).isEqualTo("Late ride");

        accepted(node.popUps().ask(dates.get(1).popUp(), new PopUpCommand.Cancel("rain")));
        accepted(node.series().ask(id, new Run(new Task.Cancel("The pool is closed"))));
        assertThat(over(id).dates()).allMatch(date -> date.trouble().isEmpty());
        assertThat(popUp(dates.get(1).popUp()).cancelReason()).contains("rain");
        assertThat(popUp(dates.get(3).popUp()).cancelReason()).contains("The pool is closed");
    }
}
