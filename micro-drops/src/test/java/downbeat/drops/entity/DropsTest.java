package downbeat.drops.entity;

import static downbeat.drops.domain.Fixtures.*;
import static downbeat.drops.stage.DropsNode.accepted;
import static downbeat.drops.stage.DropsNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.KeyReused;
import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.drops.domain.Capsule;
import downbeat.drops.domain.ClaimRefusal.HoldIsOver;
import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.stage.DropsNode;
import downbeat.drops.stage.World;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Drops on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DropsTest {
    private static final Duration PAST_A_HOLD = Duration.ofMinutes(11);

    private DropsNode node;

    @BeforeAll
    void start() {
        node = new DropsNode(World.H2.create().settings());
    }

    @AfterAll
    void close() {
        node.close();
    }

    private static void addsUp(StockCard stock) {
        assertThat(stock.available()
                        + stock.offered()
                        + stock.held()
                        + stock.confirmed()
                        + stock.ready()
                        + stock.handedOver())
                .isEqualTo(stock.stock());
    }

    @Test
    void d1_two_thousand_claims_at_once_on_twenty_units_and_exactly_twenty_are_confirmed() {
        var rush = new DropId("d1");
        node.open(rush, Capsule.of(20).details());
        var asked = new ArrayList<CompletionStage<Outcome<DropReply>>>();
        var seen = new ArrayList<DropCard>();
        for (int member = 0; member < 2_000; member++) {
            asked.add(node.drops()
                    .ask(rush, claim(new ParticipantId("m-" + member), kits(1)), new IdempotencyKey("k-" + member)));
            if (member % 200 == 0) {
                seen.add(node.card(rush));
            }
        }
        long confirmed = asked.stream()
                .filter(one -> get(one).fold(reply -> true, refusal -> false))
                .count();
        assertThat(confirmed).isEqualTo(20);
        seen.add(node.card(rush));
        seen.forEach(card -> card.points().forEach(point -> point.stock().forEach(DropsTest::addsUp)));
        var pool = node.card(rush).point(POOL).orElseThrow();
        assertThat(pool.stock()).extracting(StockCard::confirmed).containsExactly(20, 20);
        assertThat(pool.left()).containsEntry(KIT, 0);
    }

    @Test
    void d2_ten_retries_with_the_same_key_are_one_claim_and_other_content_is_refused() {
        var drop = new DropId("d2");
        node.open(drop, Capsule.of(5).details());
        var key = new IdempotencyKey("anna-once");
        var first = new DropReply.Claimed(id(1), FREE, Settlement.NOTHING_DUE);
        for (int retry = 0; retry <= 10; retry++) {
            assertThat(accepted(node.drops().ask(drop, claim(ANNA, kits(1)), key)))
                    .isEqualTo(first);
        }
        node.restart();
        assertThat(accepted(node.drops().ask(drop, claim(ANNA, kits(1)), key))).isEqualTo(first);
        assertThat(get(node.drops().ask(drop, claim(ANNA, kits(2)), key)))
                .isEqualTo(Outcome.refused(new KeyReused(key.value())));
        assertThat(node.card(drop).claims()).hasSize(1);
    }

    @Test
    void d4_a_hold_that_runs_out_while_the_node_is_down_is_released_though_nobody_calls() {
        var drop = new DropId("d4");
        node.open(drop, Capsule.of(1).priced().details());
        accepted(node.drops().ask(drop, claimOnline(ANNA, kits(1))));
        accepted(node.drops().ask(drop, new JoinWaiting(BEN, kits(1), Paying.AT_PICKUP)));
        node.stop();
        node.pass(PAST_A_HOLD);
        node.start();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(node.onBoard(drop, "RELEASED")).isEqualTo(1);
            assertThat(node.onBoard(drop, "OFFERED")).isEqualTo(1);
        });
        assertThat(get(node.drops().ask(drop, new Pay(id(1), PAYMENT))))
                .isEqualTo(Outcome.refused(new HoldIsOver(node.now())));
        accepted(node.drops().ask(drop, new AcceptOffer(BEN, Paying.AT_PICKUP)));
        assertThat(node.card(drop).claimsOf(BEN)).extracting(ClaimCard::status).containsExactly(Status.CONFIRMED);
    }

    @Test
    void who_claims_is_shown_their_claim_with_the_answer_and_nobody_elses() {
        var drop = new DropId("seen");
        node.open(drop, Capsule.of(5).details());
        accepted(node.drops().ask(drop, claim(BEN, kits(1))));
        var done = accepted(node.drops().askAndSee(ANNA, drop, claim(ANNA, kits(1)), Optional.empty()));
        assertThat(done.reply()).isEqualTo(new DropReply.Claimed(id(2), FREE, Settlement.NOTHING_DUE));
        var seen = done.shown().orElseThrow();
        assertThat(seen)
                .isEqualTo(get(node.drops().showTo(Optional.of(ANNA), drop)).orElseThrow());
        assertThat(seen.claims()).extracting(ClaimCard::id).containsExactly(id(2));
    }

    @Test
    void a_restart_keeps_everything() {
        var drop = new DropId("kept");
        var details = Capsule.of(5).priced().waitingRoom(1_000).details();
        node.announce(drop, details);
        var hidden = node.card(drop);
        assertThat(hidden.commitment()).contains(SEED.commitment());
        assertThat(hidden.seed()).as("secret until it opens").isEmpty();
        List.of(ANNA, BEN, CLEO).forEach(who -> accepted(node.drops().ask(drop, new EnterLine(who))));
        accepted(node.drops().ask(drop, new Open(List.of(rode(ANNA, 90, true)))));
        node.pass(Duration.ofSeconds(1));
        accepted(node.drops().ask(drop, admitted(ANNA, kits(2))));
        accepted(node.drops().ask(drop, new Claim(BEN, kits(2), Paying.ONLINE, true)));
        accepted(node.drops().ask(drop, new MakeReady(POOL, List.of())));
        accepted(node.drops().ask(drop, new HandOver(POOL, id(1), 1, nonce("n-1"), "Mia", true)));
        accepted(node.drops().ask(drop, new JoinWaiting(CLEO, kits(2), Paying.AT_PICKUP)));
        accepted(node.drops().ask(drop, new ClosePoint(PARK, "flooded")));
        var before = node.card(drop);
        assertThat(before.seed()).contains(SEED.text());
        assertThat(before.line()).hasSize(3).allMatch(spot -> spot.turn().isPresent());
        assertThat(before.claimsAt(POOL)).hasSize(2);
        assertThat(before.claim(id(1)).orElseThrow().left()).isEqualTo(1);
        assertThat(before.claim(id(9))).isEmpty();
        assertThat(before.attendee(ANNA)).contains(rode(ANNA, 90, true));
        assertThat(before.point(PARK).orElseThrow().closed()).contains("flooded");
        assertThat(before.waiting()).containsExactly(new WaitingCard(CLEO, 1, kits(2)));
        aMemberIsShownWhatIsTheirs(drop, before);
        node.restart();
        assertThat(node.card(drop)).isEqualTo(before);
        accepted(node.drops().ask(drop, new Cancel("storm")));
        assertThat(node.card(drop).cancelReason()).contains("storm");
    }

    private void aMemberIsShownWhatIsTheirs(DropId drop, DropCard whole) {
        var ben = get(node.drops().showTo(Optional.of(BEN), drop)).orElseThrow();
        assertThat(ben.claims()).isEqualTo(whole.claimsOf(BEN).toList()).hasSize(1);
        assertThat(ben.claim(id(2))).isEqualTo(whole.claim(id(2)));
        assertThat(ben.claim(id(1))).as("another member's").isEmpty();
        assertThat(ben.attendees()).isEmpty();
        assertThat(ben.waiting()).isEmpty();
        assertThat(ben.inWaiting()).isEqualTo(1);
        assertThat(ben.line())
                .isEqualTo(whole.line().stream()
                        .filter(spot -> spot.who().equals(BEN))
                        .toList());
        assertThat(ben.inLine()).isEqualTo(3);
        assertThat(ben.points()).isEqualTo(whole.points());
        var cleo = get(node.drops().showTo(Optional.of(CLEO), drop)).orElseThrow();
        assertThat(cleo.waiting()).isEqualTo(whole.waiting());
        assertThat(get(node.drops().showTo(Optional.of(ANNA), drop))
                        .orElseThrow()
                        .attendees())
                .containsExactly(rode(ANNA, 90, true));
        var nobody = get(node.drops().showTo(Optional.empty(), drop)).orElseThrow();
        assertThat(nobody.claims()).isEmpty();
        assertThat(nobody.line()).isEmpty();
        assertThat(nobody.inLine()).isEqualTo(3);
    }

    @Test
    void of_two_who_edit_the_same_version_one_is_told_so() {
        var drop = new DropId("edited");
        node.announce(drop, Capsule.of(1).details());
        var seen = node.card(drop).edited();
        accepted(node.drops().ask(drop, new Edit(Capsule.of(2).details()), Seen.of(seen)));
        assertThat(get(node.drops().ask(drop, new Edit(Capsule.of(3).details()), Seen.of(seen))))
                .isEqualTo(Outcome.refused(new Outdated(Version.of(3))));
        assertThat(get(node.drops().show(new DropId("nowhere")))).isEmpty();
        assertThat(IntStream.range(0, 3).mapToObj(i -> node.card(drop)).distinct())
                .hasSize(1);
    }
}
