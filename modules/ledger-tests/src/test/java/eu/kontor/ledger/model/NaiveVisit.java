package eu.kontor.ledger.model;

import eu.kontor.kernel.Activity;
import eu.kontor.ledger.api.Posting;
import java.util.Set;

/** Who redeems was there; with a purchase on the same ticket it is the purchase that says so, where purchases count. */
record NaiveVisit(Set<Activity> activities) {

    void of(Posting.Capture capture, NaiveMember member, int months) {
        if (!capture.besidePurchase() || !activities.contains(Activity.PURCHASE)) {
            member.active(
                    months,
                    capture.businessDate(),
                    activities.contains(Activity.REDEMPTION),
                    capture.hold().number());
        }
    }
}
