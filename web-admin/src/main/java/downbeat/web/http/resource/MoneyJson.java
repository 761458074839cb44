package downbeat.web.http.resource;

import downbeat.kernel.Money;

/** An amount of money, in the smallest unit of its currency. */
public record MoneyJson(long minor, String currency) {
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.minor(), money.currency().getCurrencyCode());
    }
}
