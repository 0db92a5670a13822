package eu.kontor.settlement.domain;

import eu.kontor.ledger.api.Windows.Position;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of a partner's contract: prices that are valid from a month on until the next.
 *
 * @param version 1, 2, 3 …
 * @param paymentDays how many days after a month's close its statement is due
 */
public record Contract(int version, Currency currency, NavigableMap<YearMonth, TermPrices> terms, int paymentDays) {

    /** Where a contract does not say: a month, as most invoices have it. */
    public static final int USUAL_PAYMENT_DAYS = 30;

    public Contract {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a contract has at least one term");
        }
        terms = new TreeMap<>(terms);
    }

    /** Empty for business dates before the first term. */
    public Optional<TermPrices> pricesIn(YearMonth businessMonth) {
        return Optional.ofNullable(terms.floorEntry(businessMonth)).map(Map.Entry::getValue);
    }

    /** Whether each of these has a price. */
    public boolean covers(List<Position> positions) {
        return positions.stream()
                .allMatch(position -> pricesIn(position.businessMonth()).isPresent());
    }

    /** True when both say the same, whatever their version. */
    public boolean saysTheSameAs(Contract other) {
        return currency.equals(other.currency)
                && paymentDays == other.paymentDays
                && terms.keySet().equals(other.terms.keySet())
                && terms.entrySet().stream().allMatch(term -> isEqual(term.getValue(), other.terms.get(term.getKey())));
    }

    private static boolean isEqual(TermPrices one, TermPrices other) {
        return one.pricePerPointIssued().compareTo(other.pricePerPointIssued()) == 0
                && one.valuePerPointRedeemed().compareTo(other.valuePerPointRedeemed()) == 0;
    }
}
