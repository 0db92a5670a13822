package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.MoneyAmount;
import java.math.BigDecimal;
import java.util.List;

/**
 * A purchase of which something comes back, as it was sold.
 *
 * @param outlet that sold it
 * @param exactPoints what each of the lines would earn alone
 */
public record SoldTicket(int outlet, MoneyAmount amount, List<Purchase.Line> lines, List<BigDecimal> exactPoints) {

    public SoldTicket {
        lines = List.copyOf(lines);
        exactPoints = List.copyOf(exactPoints);
    }
}
