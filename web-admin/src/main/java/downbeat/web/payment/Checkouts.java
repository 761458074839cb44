package downbeat.web.payment;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.kernel.Money;
import downbeat.web.once.Once;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The checkouts of claims, one each. Calls block on the database and, to open one, on the provider. */
public final class Checkouts {
    private final Jdbi database;
    private final Optional<Checkout> provider;
    private final Clock clock;
    private final String pages;

    /**
     * @param provider none where everything is paid at pickup
     * @param pages where members find the pages, such as {@code https://studio.example}
     */
    public Checkouts(Jdbi database, Optional<Checkout> provider, Clock clock, String pages) {
        this.database = database;
        this.provider = provider;
        this.clock = clock;
        this.pages = pages;
    }

    /** Whether anything can be paid online. */
    public boolean offered() {
        return provider.isPresent();
    }

    /** Where somebody who has paid, or not, comes back to. */
    public String back(DropId drop) {
        return pages + "/drops/" + drop.value();
    }

    /** Opens the checkout of a claim, or finds the one that is open: its page. */
    public String open(Bill bill) throws ProviderFailed {
        var known = find(bill.drop(), bill.claim());
        if (known.isPresent()) {
            return known.get().url();
        }
        var opened = provider.orElseThrow(() -> new ProviderFailed("Nothing is paid online here."))
                .open(bill);
        database.useHandle(db -> Once.insert(() -> db.createUpdate(
                        "INSERT INTO payment_checkout (drop_id, claim, checkout, url, minor, currency, opened_at)"
                                + " SELECT :drop, CAST(:claim AS INTEGER), :checkout, :url, CAST(:minor AS BIGINT), :currency,"
                                + " CAST(:now AS BIGINT)"
                                + " WHERE NOT EXISTS (SELECT 1 FROM payment_checkout WHERE drop_id = :drop AND claim = :claim)")
                .bind("drop", bill.drop().value())
                .bind("claim", bill.claim().number())
                .bind("checkout", opened.id())
                .bind("url", opened.url())
                .bind("minor", bill.amount().minor())
                .bind("currency", bill.amount().currency().getCurrencyCode())
                .bind("now", clock.millis())
                .execute()));
        return find(bill.drop(), bill.claim()).map(Found::url).orElse(opened.url());
    }

    record Found(String checkout, String url, Money amount) {}

    Optional<Found> find(DropId drop, ClaimId claim) {
        return database.withHandle(db -> db.createQuery("SELECT checkout, url, minor, currency FROM payment_checkout"
                        + " WHERE drop_id = :drop AND claim = :claim")
                .bind("drop", drop.value())
                .bind("claim", claim.number())
                .map((row, context) -> new Found(
                        row.getString("checkout"),
                        row.getString("url"),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .findOne());
    }

    /** The pages of those claims of a drop that have one. */
    public Map<ClaimId, String> of(DropId drop, Iterable<ClaimId> claims) {
        return database.withHandle(db -> {
            var numbers = java.util.stream.StreamSupport.stream(claims.spliterator(), false)
                    .map(ClaimId::number)
                    .toList();
            return numbers.isEmpty()
                    ? Map.<ClaimId, String>of()
                    : db
                            .createQuery("SELECT claim, url FROM payment_checkout"
                                    + " WHERE drop_id = :drop AND claim IN (<claims>)")
                            .bind("drop", drop.value())
                            .bindList("claims", numbers)
                            .map((row, context) -> Map.entry(ClaimId.of(row.getInt("claim")), row.getString("url")))
                            .list()
                            .stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        });
    }
}
