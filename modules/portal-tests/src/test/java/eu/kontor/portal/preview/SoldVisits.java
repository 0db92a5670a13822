package eu.kontor.portal.preview;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Visits.TakenBack;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.program.api.Earning;
import java.util.List;

/** What was sold over the preview's till, as visits of its guests. */
final class SoldVisits {

    private SoldVisits() {}

    static Visit sold(PostingId id, Purchase purchase, MoneyAmount amount, Earning earning) {
        return new Visit(
                id,
                purchase.outlet(),
                purchase.businessDate(),
                purchase.businessTime(),
                amount,
                List.of(),
                earning,
                earning.points(),
                false,
                purchase.reference(),
                List.of(),
                new TakenBack(List.of(), amount, earning.points()));
    }

    static Visit takenBack(Visit sold) {
        return new Visit(
                sold.purchase(),
                sold.outlet(),
                sold.businessDate(),
                sold.businessTime(),
                sold.amount(),
                sold.lines(),
                sold.earning(),
                sold.points(),
                true,
                sold.reference(),
                sold.award(),
                new TakenBack(List.of(), MoneyAmount.zero(sold.amount().currency()), Points.ZERO));
    }
}
