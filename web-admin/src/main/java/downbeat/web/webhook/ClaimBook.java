package downbeat.web.webhook;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.AccountId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the facts say of drops and claims, in the tables {@code webhook_drop} and {@code webhook_claim}. */
record ClaimBook(Handle db, DropId drop) {

    /**
     * @param confirmed whether it was its member's ever
     * @param handed units that were handed over
     */
    record Entry(ParticipantId who, Order order, Money price, Settlement settlement, boolean confirmed, int handed) {
        static Entry of(ParticipantId who, Order order, Money price, Settlement settlement) {
            return new Entry(who, order, price, settlement, false, 0);
        }

        Entry confirmed(Settlement how) {
            return new Entry(who, order, price, how, true, handed);
        }

        Entry moved(Order to) {
            return new Entry(who, to, price, settlement, confirmed, handed);
        }

        Entry handing(int units, boolean paid) {
            var settled = paid ? Settlement.PAID_AT_PICKUP : settlement;
            return new Entry(who, order, price, settled, confirmed, handed + units);
        }

        int left() {
            return Math.max(0, order.units() - handed);
        }
    }

    void composed(AccountId trainer, long sequence) {
        if (trainer().isEmpty()) {
            db.createUpdate("INSERT INTO webhook_drop (drop_id, trainer, heard) VALUES (:drop, :trainer, :sequence)")
                    .bind("drop", drop.value())
                    .bind("trainer", trainer.value())
                    .bind("sequence", sequence)
                    .execute();
        }
    }

    /** Whether a fact is heard for the first time. */
    boolean hears(long sequence) {
        return db.createUpdate("UPDATE webhook_drop SET heard = :sequence WHERE drop_id = :drop AND heard < :sequence")
                        .bind("drop", drop.value())
                        .bind("sequence", sequence)
                        .execute()
                == 1;
    }

    Optional<AccountId> trainer() {
        return db.createQuery("SELECT trainer FROM webhook_drop WHERE drop_id = :drop")
                .bind("drop", drop.value())
                .map((row, context) -> new AccountId(row.getString("trainer")))
                .findOne();
    }

    Optional<Entry> find(ClaimId claim) {
        return db.createQuery("SELECT * FROM webhook_claim WHERE drop_id = :drop AND claim = :claim")
                .bind("drop", drop.value())
                .bind("claim", claim.number())
                .map((row, context) -> new Entry(
                        new ParticipantId(row.getString("participant")),
                        new Order(
                                new BundleId(row.getString("bundle")),
                                row.getInt("units"),
                                new PointId(row.getString("point")),
                                Optional.ofNullable(row.getString("pickup_window"))
                                        .map(WindowId::new)),
                        Money.of(row.getLong("minor"), row.getString("currency")),
                        Settlement.valueOf(row.getString("settlement")),
                        row.getBoolean("confirmed"),
                        row.getInt("handed")))
                .findOne();
    }

    void enter(ClaimId claim, Entry entry) {
        db.createUpdate("INSERT INTO webhook_claim (drop_id, claim, participant, bundle, units, point, pickup_window,"
                        + " minor, currency, settlement, confirmed, handed) VALUES (:drop, :claim, :who, :bundle,"
                        + " :units, :point, :window, :minor, :currency, :settlement, :confirmed, :handed)")
                .bind("drop", drop.value())
                .bind("claim", claim.number())
                .bind("who", entry.who().value())
                .bind("bundle", entry.order().bundle().value())
                .bind("units", entry.order().units())
                .bind("point", entry.order().point().value())
                .bind("window", entry.order().window().map(WindowId::value).orElse(null))
                .bind("minor", entry.price().minor())
                .bind("currency", entry.price().currency().getCurrencyCode())
                .bind("settlement", entry.settlement().name())
                .bind("confirmed", entry.confirmed())
                .bind("handed", entry.handed())
                .execute();
    }

    Entry change(ClaimId claim, Entry entry) {
        db.createUpdate("UPDATE webhook_claim SET point = :point, pickup_window = :window, settlement = :settlement,"
                        + " confirmed = :confirmed, handed = :handed WHERE drop_id = :drop AND claim = :claim")
                .bind("drop", drop.value())
                .bind("claim", claim.number())
                .bind("point", entry.order().point().value())
                .bind("window", entry.order().window().map(WindowId::value).orElse(null))
                .bind("settlement", entry.settlement().name())
                .bind("confirmed", entry.confirmed())
                .bind("handed", entry.handed())
                .execute();
        return entry;
    }
}
