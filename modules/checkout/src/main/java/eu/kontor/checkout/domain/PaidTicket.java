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
 * <p>How many points are back, and how much money, follows each from the amount that is back until now: the points rounded down; the money so that
 * what the points paid is rounded down; the last part brings the rest. So all parts together are what was paid, to the point and to the cent, in
 * whatever order they came, and no part is below zero. Money is not told from the number of points: they are counted in steps that may be worth more
 * than a cent, and what lags behind would have to be taken out of the guest's purse.
 *
 * @param points that pay for it; none, where money paid all of it
 * @param value what they paid
 * @param backBefore so many of the same redemption had come back before the ticket was rung up as it is: it was corrected
 */
public record PaidTicket(MoneyAmount sold, Points points, MoneyAmount value, Points backBefore) {

    /**
     * What pays of a ticket that a file corrects.
     *
     * @param value of the points that pay for a part of it now
     * @param backInAll so many points of the redemption shall be back with the correction
     * @param backNow of those, what is still missing, and what they had paid
     */
    public record Corrected(MoneyAmount value, Points backInAll, Points backNow, MoneyAmount valueNow) {}

    /** Of a redemption, what came back since the ticket was rung up, and what that had paid. */
    public record BackSince(Points points, MoneyAmount value) {}

    /**
     * The ticket is worth another amount. Of a lower one points come back as if the rest had been brought back; of a higher one what points
     * paid stays what it was: only a guest gives points.
     */
    public Corrected corrected(MoneyAmount now, BackSince since) {
        BigDecimal less = sold.amount().subtract(now.amount()).max(BigDecimal.ZERO);
        Points back = pointsFor(less);
        if (since.points().compareTo(back) >= 0) {
            return new Corrected(
                    money(value.amount()
                            .subtract(since.value().amount())
                            .max(BigDecimal.ZERO)
                            .min(now.amount())),
                    backBefore.plus(since.points()),
                    Points.ZERO,
                    MoneyAmount.zero(sold.currency()));
        }
        BigDecimal valueBack = valueFor(less);
        return new Corrected(
                money(value.amount().subtract(valueBack)),
                backBefore.plus(back),
                back.minus(since.points()),
                money(valueBack.subtract(since.value().amount()).max(BigDecimal.ZERO)));
    }

    /** So many of the redemption's points shall be back, with this return and all before it. */
    public Points pointsBack(Back back) {
        return backBefore.plus(back.isLast() ? points : pointsFor(until(back)));
    }

    /** What of the ticket comes back with this return. */
    public MoneyAmount amount(Back back) {
        return money((back.isLast() ? sold.amount() : until(back)).subtract(before(back)));
    }

    /** What points had paid of it. */
    public MoneyAmount paidWithPoints(Back back) {
        BigDecimal untilNow = back.isLast() ? value.amount() : valueFor(until(back));
        return money(untilNow.subtract(valueFor(before(back))));
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

    private BigDecimal valueFor(BigDecimal amount) {
        return value.amount().signum() == 0
                ? BigDecimal.ZERO
                : value.amount().multiply(amount).divide(sold.amount(), decimals(), RoundingMode.DOWN);
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
