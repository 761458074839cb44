package downbeat.drops.kill;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.domain.claim.Status;
import org.junit.jupiter.api.Test;

/** Whoever checks must be able to find something. */
class LedgerTest {

    private static Ledger ledger() {
        var ledger = new Ledger(2, 1);
        ledger.promised("anna", 1);
        ledger.promised("ben", 2);
        ledger.paid("ben", 2);
        return ledger;
    }

    @Test
    void what_was_promised_and_is_there_is_well_and_more_may_be_there_than_was_heard() {
        var ledger = ledger();
        ledger.found(1, "anna", Status.HELD);
        ledger.found(2, "ben", Status.CONFIRMED);
        assertThat(ledger.wrongs()).isEmpty();
        assertThat(ledger.promises()).isEqualTo(2);
        var unheard = new Ledger(1, 1);
        unheard.found(1, "cleo", Status.HELD);
        assertThat(unheard.wrongs()).isEmpty();
    }

    @Test
    void a_lost_claim_is_seen() {
        var ledger = ledger();
        ledger.found(2, "ben", Status.CONFIRMED);
        assertThat(ledger.wrongs())
                .singleElement()
                .asString()
                .startsWith("lost")
                .contains("anna");
    }

    @Test
    void a_claim_that_is_anothers_afterwards_and_one_that_was_released_are_lost() {
        var ledger = ledger();
        ledger.found(1, "cleo", Status.HELD);
        ledger.found(2, "ben", Status.RELEASED);
        assertThat(ledger.wrongs()).hasSize(3).allMatch(wrong -> wrong.startsWith("lost"));
    }

    @Test
    void a_lost_payment_is_seen() {
        var ledger = ledger();
        ledger.found(1, "anna", Status.HELD);
        ledger.found(2, "ben", Status.HELD);
        assertThat(ledger.wrongs()).singleElement().asString().startsWith("lost: the payment");
    }

    @Test
    void a_doubled_claim_is_seen_however_it_is_doubled() {
        var twice = new Ledger(9, 1);
        twice.found(1, "anna", Status.CONFIRMED);
        twice.found(2, "anna", Status.CONFIRMED);
        assertThat(twice.wrongs()).containsExactly("doubled: anna has 2");
        var same = new Ledger(9, 2);
        same.found(1, "anna", Status.CONFIRMED);
        same.found(1, "anna", Status.CONFIRMED);
        assertThat(same.wrongs()).containsExactly("doubled: claim 1 is there twice");
    }

    @Test
    void one_unit_too_many_is_seen() {
        var ledger = new Ledger(1, 1);
        ledger.found(1, "anna", Status.CONFIRMED);
        ledger.found(2, "ben", Status.HELD);
        assertThat(ledger.wrongs()).containsExactly("oversold: 2 of 1");
    }
}
