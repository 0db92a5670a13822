package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.model.NaiveLedger.Act;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import eu.kontor.ledger.model.NaiveMember.Parcel;
import eu.kontor.ledger.model.NaiveMember.Place;
import eu.kontor.ledger.model.NaiveMember.Unit;
import java.util.Map;

/** Points that are given without a purchase: no activity, and at no outlet. */
record NaiveGoodwill(NaiveLedger ledger, Map<Long, NaivePurchase> purchases) {

    int give(Act act, Posting.Goodwill goodwill, long number) {
        int points = (int) goodwill.points().value();
        if (points == 0) {
            throw new NaiveRefusal(RefusalCode.POINTS_NOT_POSITIVE, Map.of());
        }
        Place funder = new Place(goodwill.tenant().value(), 0);
        NaivePocket pocket = act.member().pocket(goodwill.pocket().code());
        if (act.member().lastVisit() == null) {
            pocket.active(goodwill.businessDate(), 0);
        }
        Parcel parcel = new Parcel(number, funder, goodwill.businessDate());
        for (int i = 0; i < points; i++) {
            pocket.units.add(new Unit(parcel));
        }
        ledger.moved(act, funder, goodwill.kind(), points);
        NaivePurchase given =
                new NaivePurchase(number, goodwill.member().value(), funder.tenant(), goodwill.businessDate());
        given.gave = goodwill.kind();
        given.earned(funder, goodwill.pocket().code(), points);
        purchases.put(number, given);
        ledger.repay(act);
        return points;
    }
}
