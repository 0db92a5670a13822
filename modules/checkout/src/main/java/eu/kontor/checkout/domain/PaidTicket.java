package eu.kontor.checkout.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Posting.Effect.Back;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A ticket that was sold, and what points paid of it. What comes back was paid in the same proportion as the whole ticket (see the decision
 * record): of a third of the amount, a third of the points come back, and the rest is refunded in money.
 *
 * <p>How many points are back follows from the amount that is back until now, rounded down, and what they paid from their number: so all
 * parts together are what was paid, to the point and to the cent, in whatever order they came.
 *
 * @param points none, where money paid all of it
 * @param value what they paid
 */
public record PaidTicket(MoneyAmount sold, Points points, MoneyAmount value) {

    /** So many of the points shall be back, with this return and all before it. */
    public Points pointsBack(Back back) {
        return back.isLast() ? points : pointsFor(until(back));
    }

    /** What of the ticket comes back with this return. */
    public MoneyAmount amount(Back back) {
        return money((back.isLast() ? sold.amount() : until(back)).subtract(before(back)));
    }

    /** What points had paid of it. */
    public MoneyAmount paidWithPoints(Back back) {
        return money(valueOf(pointsBack(back)).subtract(valueOf(pointsFor(before(back)))));
    }

    /** What is to be given back in money. */
    public MoneyAmount toRefund(Back back) {
        return amount(back).plus(paidWithPoints(back).negated());
    }

    private Points pointsFor(BigDecimal amount) {
        return Points.of(BigDecimal.valueOf(points.value())
                .multiply(amount)
                .divide(sold.amount(), 0, RoundingMode.DOWN)
                .longValueExact());
    }

    private BigDecimal valueOf(Points some) {
        return some.isZero()
                ? BigDecimal.ZERO
                : value.amount()
                        .multiply(BigDecimal.valueOf(some.value()))
                        .divide(BigDecimal.valueOf(points.value()), decimals(), RoundingMode.DOWN);
    }

    private BigDecimal before(Back back) {
        return BigDecimal.valueOf(back.amountBefore(), decimals());
    }

    private BigDecimal until(Back back) {
        return BigDecimal.valueOf(back.amountBefore() + back.amount(), decimals());
    }

    private MoneyAmount money(BigDecimal amount) {
        return new MoneyAmount(amount.setScale(decimals()), sold.currency());
    }

    private int decimals() {
        return sold.currency().getDefaultFractionDigits();
    }
}
