package downbeat.web.rehearse.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker is fed what a broken server would have done. */
class LedgerTest {
    private static final Ledger LEDGER = new Ledger(2, 1);

    private static Attempt accepted(int member, String key, String claim) {
        return new Attempt(member, key, 201, claim, 1_000_000);
    }

    private static KeptClaim kept(String claim, int member) {
        return new KeptClaim(claim, member, 1, false);
    }

    private static Ledger.Finding check(List<Attempt> attempts, List<KeptClaim> kept) {
        return LEDGER.check(attempts, kept, true);
    }

    @Test
    void a_server_that_kept_its_word_is_believed() {
        var attempts = List.of(
                accepted(0, "a", "1"),
                accepted(0, "a", "1"),
                accepted(1, "b", "2"),
                new Attempt(2, "c", 409, "", 1),
                new Attempt(2, "c", 0, "", 1));
        assertThat(check(attempts, List.of(kept("1", 0), kept("2", 1))).holds()).isTrue();
    }

    @Test
    void a_claim_that_was_accepted_and_is_not_there_is_lost() {
        assertThat(check(List.of(accepted(0, "a", "1")), List.of()).lost()).isEqualTo(1);
    }

    @Test
    void a_claim_that_was_accepted_and_taken_back_is_lost() {
        assertThat(check(List.of(accepted(0, "a", "1")), List.of(new KeptClaim("1", 0, 1, true)))
                        .lost())
                .isEqualTo(1);
    }

    @Test
    void a_claim_that_is_there_but_somebody_elses_is_lost() {
        assertThat(check(List.of(accepted(0, "a", "1")), List.of(kept("1", 1))).lost())
                .isEqualTo(1);
    }

    @Test
    void a_unit_beyond_the_stock_is_oversold() {
        var kept = List.of(kept("1", 0), kept("2", 1), kept("3", 2));
        assertThat(check(List.of(), kept).oversold()).isEqualTo(1);
    }

    @Test
    void a_retry_that_got_another_claim_is_doubled() {
        assertThat(check(List.of(accepted(0, "a", "1"), accepted(0, "a", "2")), List.of(kept("1", 0), kept("2", 0)))
                        .duplicated())
                .isEqualTo(2); // the key has two claims, and the member is beyond the limit
    }

    @Test
    void one_claim_that_was_promised_twice_is_doubled() {
        var finding = check(List.of(accepted(0, "a", "1"), accepted(1, "b", "1")), List.of(kept("1", 0)));
        assertThat(finding.duplicated()).isEqualTo(1);
    }

    @Test
    void a_member_beyond_the_limit_is_doubled() {
        assertThat(check(List.of(), List.of(kept("1", 0), kept("2", 0))).duplicated())
                .isEqualTo(1);
    }

    @Test
    void a_stock_that_does_not_add_up_does_not_hold() {
        assertThat(LEDGER.check(List.of(), List.of(), false).holds()).isFalse();
    }
}
