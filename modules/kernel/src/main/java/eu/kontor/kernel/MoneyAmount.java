package eu.kontor.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money in one currency, at most with that currency's number of decimals (ISO 4217). What is not rounded yet is a
 * {@code BigDecimal}.
 */
public record MoneyAmount(BigDecimal amount, Currency currency) {

    public MoneyAmount {
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    }

    public static MoneyAmount of(String amount, String currency) {
        return new MoneyAmount(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static MoneyAmount zero(Currency currency) {
        return new MoneyAmount(BigDecimal.ZERO, currency);
    }

    /** Rounds half up to the currency's decimals: the one place where a product of points and a price becomes money. */
    public static MoneyAmount rounded(BigDecimal exact, Currency currency) {
        return new MoneyAmount(exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP), currency);
    }

    /** @throws IllegalArgumentException when the currencies differ */
    public MoneyAmount plus(MoneyAmount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new MoneyAmount(amount.add(other.amount), currency);
    }

    public MoneyAmount negated() {
        return new MoneyAmount(amount.negate(), currency);
    }
}
