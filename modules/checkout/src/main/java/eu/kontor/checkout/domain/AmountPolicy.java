package eu.kontor.checkout.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What an amount of money in a till's request must be.
 *
 * @param largest on either side of zero
 */
public record AmountPolicy(Currency currency, BigDecimal largest) {

    /** @throws Refusal {@code FIELD_MISSING}, {@code AMOUNT_NOT_POSITIVE}, {@code AMOUNT_ABSURD}, {@code FIELD_MALFORMED} */
    public MoneyAmount positive(String field, BigDecimal amount) {
        if (FieldPolicy.present(field, amount).signum() <= 0) {
            throw new Refusal(RefusalCode.AMOUNT_NOT_POSITIVE, "amount", FieldPolicy.readable(amount));
        }
        return any(field, amount);
    }

    /** @throws Refusal {@code FIELD_MISSING}, {@code AMOUNT_ABSURD}, {@code FIELD_MALFORMED} */
    public MoneyAmount any(String field, BigDecimal amount) {
        if (FieldPolicy.present(field, amount).abs().compareTo(largest) > 0) {
            throw new Refusal(
                    RefusalCode.AMOUNT_ABSURD,
                    "amount",
                    FieldPolicy.readable(amount),
                    "limit",
                    largest.toPlainString(),
                    "currency",
                    currency.getCurrencyCode());
        }
        int decimals = currency.getDefaultFractionDigits();
        if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > decimals) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    field,
                    "value",
                    FieldPolicy.readable(amount),
                    "expected",
                    decimals == 0
                            ? Phrase.of("a-whole-amount-of", currency.getCurrencyCode())
                            : Phrase.of("an-amount-with-decimals", currency.getCurrencyCode(), decimals));
        }
        return new MoneyAmount(amount.signum() == 0 ? BigDecimal.ZERO : amount, currency);
    }
}
