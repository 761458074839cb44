package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.DropBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Claims by the thousand from one address: most are turned away before they reach the drop, and nobody gains by them. */
class BotsTest {
    private static final int CLAIMS = 1_000;
    /** A machine that is slow lets the bucket fill again meanwhile: 600 at once and ten more a second. */
    private static final int LEAST_TURNED_AWAY = 100;

    @Test
    void a_thousand_claims_of_strangers_from_one_address_are_told_when_to_come_again() throws Exception {
        try (var stage = Stage.open()) {
            var drop = opened(stage);
            var stranger = stage.anonymous();
            var replies = all(() -> stranger.post(drop + "/claims", DropBodies.DOWNLOAD));
            assertThat(replies).extracting(Reply::status).containsOnly(401, 429);
            assertThat(turnedAway(replies)).hasSizeGreaterThan(LEAST_TURNED_AWAY);
            stranger.get(drop).expecting(200);
        }
    }

    @Test
    void one_member_who_claims_a_thousand_times_has_what_the_limit_allows() throws Exception {
        try (var stage = Stage.open()) {
            var drop = opened(stage);
            var greedy = stage.named("greedy");
            var replies = all(() -> greedy.post(drop + "/claims", DropBodies.DOWNLOAD));
            assertThat(replies).extracting(Reply::status).containsOnly(201, 409, 429);
            assertThat(replies.stream().filter(it -> it.status() == 201)).hasSize(1);
            assertThat(turnedAway(replies)).hasSizeGreaterThan(LEAST_TURNED_AWAY);
            assertThat(greedy.get(drop).json().at("/mine/claims")).hasSize(1);
        }
    }

    private static List<Reply> turnedAway(List<Reply> replies) {
        var turnedAway = replies.stream().filter(it -> it.status() == 429).toList();
        assertThat(turnedAway)
                .allSatisfy(it -> assertThat(it.header("Retry-After")).matches("[1-9]\\d*"));
        return turnedAway;
    }

    /** A file for everybody. */
    private static String opened(Stage stage) {
        Visitor omar = stage.organizer("omar");
        return DropBodies.ALL + "/" + DropBodies.open(omar, DropBodies.online("0".repeat(64) + ".png"));
    }

    private static List<Reply> all(Supplier<Reply> claim) throws Exception {
        try (var threads = Executors.newFixedThreadPool(32)) {
            return threads
                    .invokeAll(IntStream.range(0, CLAIMS)
                            .mapToObj(n -> (Callable<Reply>) claim::get)
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
