package downbeat.kernel;

import java.util.Currency;

/**
 * An amount that is never negative, in the smallest unit of its currency (cents of a euro, whole yen).
 *
 * @param minor 0 or more
 */
public record Money(long minor, Currency currency) {

    public Money {
        if (minor < 0) {
            throw new IllegalArgumentException("minor must be 0 or more, but is " + minor);
        }
    }

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ, {@link ArithmeticException} beyond a long */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** @param count 0 or more */
    public Money times(int count) {
        return new Money(Math.multiplyExact(minor, (long) count), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }
}
