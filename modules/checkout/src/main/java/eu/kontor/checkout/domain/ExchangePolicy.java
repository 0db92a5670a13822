package eu.kontor.checkout.domain;

import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.List;
import java.util.Optional;

/**
 * Policy: when a ticket may come to nothing or less. Goods that came back of a purchase that is named are returned there, and what was sold
 * earns as it is; those of which nobody says where they were bought are paid for by what was sold. A visit that paid nothing is told as one.
 */
final class ExchangePolicy {

    private ExchangePolicy() {}

    /**
     * @param amount of what was sold, less what came back without its purchase
     * @param back of purchases that are named
     * @return {@code EXCHANGE_WITHOUT_ORIGINAL} for what may only be answered again: the night's file may tell less of a ticket than its till
     * @throws Refusal {@code AMOUNT_NOT_POSITIVE}, {@code NOTHING_SOLD}, {@code FIELD_MALFORMED}
     */
    static Optional<Refusal> check(
            boolean complimentary, MoneyAmount amount, List<CheckedLine> sold, List<CheckedLine> back) {
        if (!back.isEmpty() && sold.isEmpty()) {
            throw new Refusal(RefusalCode.NOTHING_SOLD);
        }
        boolean isUnnamed = sold.stream().anyMatch(CheckedLine::cameBack);
        int sign = amount.amount().signum();
        if (complimentary && sign != 0) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "complimentary",
                    "value",
                    "true",
                    "expected",
                    Phrase.of("possible-with-an-amount"));
        }
        if (sign < 0 && isUnnamed) {
            return Optional.of(new Refusal(
                    RefusalCode.EXCHANGE_WITHOUT_ORIGINAL,
                    "amount",
                    amount.amount().toPlainString()));
        }
        boolean mayBeNothing = complimentary || isUnnamed || !back.isEmpty();
        if (sign < 0 || sign == 0 && !mayBeNothing) {
            throw new Refusal(
                    RefusalCode.AMOUNT_NOT_POSITIVE, "amount", amount.amount().toPlainString());
        }
        return Optional.empty();
    }
}
