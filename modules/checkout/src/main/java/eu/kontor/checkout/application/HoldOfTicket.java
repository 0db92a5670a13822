package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.PaidTicket.BackSince;
import eu.kontor.checkout.persistence.FiledAnswers.FiledRedemption;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReturn;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/**
 * The redemption that paid for a part of a purchase. Of a purchase that was corrected it pays with what had not come back by then: of one
 * member, what was posted later has a greater number.
 *
 * @param points that pay for the purchase as it was rung up
 * @param backBefore so many had come back by then
 * @param since what came back of them afterwards
 */
record HoldOfTicket(PostingId id, Points points, MoneyAmount value, Points backBefore, BackSince since) {

    /** @param currency of what paid nothing */
    static HoldOfTicket of(
            PostingId purchase, FiledRedemption redemption, List<FiledReturn> returns, Currency currency) {
        MoneyAmount paid = redemption.value().orElseGet(() -> MoneyAmount.zero(currency));
        BackSince before = sum(redemption, paid, returns, back -> back.returnNumber() < purchase.number());
        return new HoldOfTicket(
                new PostingId(redemption.member(), redemption.number()),
                redemption.points().minus(before.points()),
                paid.plus(before.value().negated()),
                before.points(),
                sum(redemption, paid, returns, back -> back.returnNumber() > purchase.number()));
    }

    private static BackSince sum(
            FiledRedemption redemption, MoneyAmount paid, List<FiledReturn> returns, Predicate<FiledReturn> which) {
        Points points = Points.ZERO;
        MoneyAmount value = MoneyAmount.zero(paid.currency());
        for (FiledReturn back : returns) {
            if (which.test(back)) {
                points = points.plus(back.points());
                value = value.plus(back.value().orElseGet(() -> share(redemption, paid, back)));
            }
        }
        return new BackSince(points, value);
    }

    /** Where nobody told what they had paid. */
    private static MoneyAmount share(FiledRedemption redemption, MoneyAmount paid, FiledReturn back) {
        return new MoneyAmount(
                paid.amount()
                        .multiply(BigDecimal.valueOf(back.points().value()))
                        .divide(
                                BigDecimal.valueOf(redemption.points().value()),
                                paid.currency().getDefaultFractionDigits(),
                                RoundingMode.DOWN),
                paid.currency());
    }
}
