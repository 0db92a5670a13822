package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveLedger.Act;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** A purchase comes back, or a part of it. */
record NaiveTakingBack(NaiveLedger ledger, NaiveMerges merges) {

    /** @param purchase null if there is none */
    int reverse(Act act, NaivePurchase purchase, Posting.Reverse reverse) {
        if (purchase == null
                || purchase.member != reverse.member().value()
                || purchase.tenant != reverse.tenant().value()
                || (purchase.gave != TransferKind.EARN) != reverse.ofGoodwill()) {
            throw new NaiveRefusal(RefusalCode.PURCHASE_UNKNOWN, Map.of());
        }
        for (NaivePurchase.Part part : purchase.parts) {
            part.expiredUntilNow = act.member().pocket(part.months).expiredOf(part.source);
        }
        purchase.comesBack(reverse.returned(), reverse.purchase().text());
        merges.draw(act.member(), purchase);
        TransferKind kind = kindOf(purchase.gave);
        Act atItsPrice = atThePriceOf(purchase.day, act);
        for (NaivePurchase.Part part : purchase.parts) {
            part.taken = takeBack(atItsPrice, kind, part, List.of(part.months));
        }
        for (NaivePurchase.Part part : purchase.parts) {
            part.taken += takeBack(
                    atItsPrice, kind, part, List.copyOf(act.member().pockets.keySet()));
            if (purchase.gave == TransferKind.OPERATOR_GOODWILL) {
                part.letGo();
            }
            if (part.missing() > 0) {
                act.member().debts.computeIfAbsent(part.source.funder(), fresh -> new int[2])[0] += part.missing();
            }
        }
        purchase.toldAsReturned();
        if (act.member().person != null) {
            merges.passOn(act);
        }
        if (purchase.isReversed) {
            act.member().wasNotHere(purchase.number);
        }
        return purchase.parts.stream().mapToInt(part -> part.taken).sum();
    }

    private static TransferKind kindOf(TransferKind gave) {
        return gave == TransferKind.EARN
                ? TransferKind.REVERSE
                : gave == TransferKind.GOODWILL
                        ? TransferKind.GOODWILL_TAKEN_BACK
                        : TransferKind.OPERATOR_GOODWILL_TAKEN_BACK;
    }

    /** In the window of the day on which it comes back, or in the purchase's if that is later. */
    private Act atThePriceOf(LocalDate day, Act act) {
        YearMonth own = ledger.windowOf(day);
        return new Act(own.isAfter(act.window()) ? own : act.window(), YearMonth.from(day), act.member());
    }

    private int takeBack(Act act, TransferKind kind, NaivePurchase.Part part, List<Integer> order) {
        int missing = part.missing();
        for (int months : order) {
            NaivePocket pocket = act.member().pocket(months);
            missing -= pocket.bringToTheFront(part.source, Math.min(missing, pocket.available()));
        }
        return ledger.take(act, part.missing(), kind, part.source.funder(), order);
    }
}
