package downbeat.web.http.resource;

import downbeat.kernel.Money;
import downbeat.web.http.operation.Form;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an amount of money. */
public final class MoneyForm {
    private static final long MOST = 10_000_000L;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private MoneyForm() {}

    public static Money of(Form form, String name) {
        var money = form.object(name).only("minor", "currency");
        var minor = money.integer("minor", 0L, MOST);
        var currency = money.text("currency", 3, 3);
        if (!CURRENCIES.contains(currency)) {
            throw money.bad("currency", "must be an ISO 4217 code such as EUR.");
        }
        return new Money(minor, Currency.getInstance(currency));
    }
}
