package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.drop.Admissions;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the waiting room of a drop one claims with an admission: one's own, for this drop, and for ten minutes. */
class WaitingRoomJourneyTest {
    private final HandClock clock = new HandClock();
    private Stage stage;
    private Visitor omar;
    private Visitor mia;
    private Visitor noah;
    private String popUp;
    private String path;

    @BeforeEach
    void open() {
        stage = Stage.open("", clock);
        omar = stage.organizer("omar");
        mia = stage.named("mia");
        noah = stage.named("noah");
        popUp = PopUpBodies.published(omar);
        path = opened();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** A drop that has been open for ten seconds, with both in its waiting room. */
    private String opened() {
        var timing = Map.of("openMinutes", 30, "holdMinutes", 5, "graceMinutes", 15, "perSecond", 1);
        var drop = DropBodies.ALL + "/" + DropBodies.announced(omar, DropBodies.at(popUp, "timing", timing));
        for (var who : List.of(mia, noah)) {
            var spot = who.post(drop + "/line").expecting(200).json();
            assertThat(spot.get("admission").isNull())
                    .as("nobody is let in yet")
                    .isTrue();
        }
        omar.post(drop + "/open").expecting(200);
        clock.pass(Duration.ofSeconds(10));
        return drop;
    }

    private static String admission(Visitor who, String drop) {
        return who.get(drop)
                .expecting(200)
                .json()
                .at("/mine/spot/admission/token")
                .asText();
    }

    private Reply claim(Visitor who, String admission) {
        var wish = new HashMap<>(DropBodies.order(popUp, "early"));
        wish.put("admission", admission);
        return who.post(path + "/claims", wish);
    }

    @Test
    void whoever_was_let_in_claims_with_their_admission() {
        claim(mia, admission(mia, path)).expecting(201);
    }

    @Test
    void nobody_claims_without_one_nor_without_having_waited() {
        var claims = path + "/claims";
        assertThat(mia.post(claims, DropBodies.order(popUp, "early"))
                        .expecting(409)
                        .problem())
                .isEqualTo("not-admitted");
        var lea = stage.named("lea");
        assertThat(claim(lea, admission(mia, path)).expecting(403).problem()).isEqualTo("not-your-admission");
        assertThat(lea.post(claims, DropBodies.order(popUp, "early"))
                        .expecting(409)
                        .problem())
                .isEqualTo("not-in-line");
        var late = lea.post(path + "/line").expecting(200).json();
        claim(lea, late.at("/admission/token").asText()).expecting(201);
    }

    @Test
    void an_admission_of_another_member_or_for_another_drop_is_refused_by_its_field() {
        var elsewhere = opened();
        for (var foreign : List.of(admission(noah, path), admission(mia, elsewhere))) {
            var refused = claim(mia, foreign).expecting(403);
            assertThat(refused.problem()).isEqualTo("not-your-admission");
            assertThat(refused.json().get("field").asText()).isEqualTo("admission");
        }
        for (var made : List.of("x", mia.token(), admission(mia, path) + "x")) {
            assertThat(claim(mia, made).expecting(403).problem()).isEqualTo("admission-over");
        }
        assertThat(claim(mia, "x".repeat(2_001))
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("admission");
        assertThat(mia.get(path).json().at("/mine/claims")).isEmpty();
    }

    @Test
    void one_that_has_expired_is_refused_and_the_drop_has_another() {
        var old = admission(mia, path);
        clock.pass(Admissions.LIFE);
        assertThat(claim(mia, old).expecting(403).problem()).isEqualTo("admission-over");
        claim(mia, admission(mia, path)).expecting(201);
    }
}
