package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveLedger.Act;
import eu.kontor.ledger.model.NaiveMember.NaiveHold;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import eu.kontor.ledger.model.NaiveMember.Place;
import eu.kontor.ledger.model.NaiveMember.Redeemed;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Points are held, and captured.
 *
 * @param justCaptured in the batch under way: what is captured in it can be returned from the next one on
 */
record NaiveHolding(NaiveLedger ledger, NaiveMerges merges, Set<NaiveHold> justCaptured) {

    NaiveHolding(NaiveLedger ledger, NaiveMerges merges) {
        this(ledger, merges, new HashSet<>());
    }

    int authorize(NaiveMember member, Posting.Authorize authorize, long number) {
        int points = (int) authorize.points().value();
        if (points == 0) {
            throw new NaiveRefusal(RefusalCode.POINTS_NOT_POSITIVE, Map.of());
        }
        if (member.available() < points) {
            throw NaiveRefusal.tooLow(member.available(), points);
        }
        merges.draw(member, points - member.own());
        Place place = new Place(authorize.tenant().value(), authorize.outlet());
        NaiveHold hold = new NaiveHold(number, place, authorize.expires());
        int missing = points;
        for (Map.Entry<Integer, NaivePocket> pocket : member.pockets.entrySet()) {
            int part = Math.min(missing, pocket.getValue().available());
            if (part > 0) {
                pocket.getValue().held += part;
                hold.parts.put(pocket.getKey(), part);
                missing -= part;
            }
        }
        member.holds.add(hold);
        return points;
    }

    static NaiveHold openHold(NaiveMember member, int tenant, PostingId id) {
        NaiveHold hold = member.holds.stream()
                .filter(known -> known.number == id.number() && known.place.tenant() == tenant)
                .findFirst()
                .orElseThrow(() -> new NaiveRefusal(RefusalCode.HOLD_UNKNOWN, Map.of()));
        Map<String, String> details =
                Map.of("expired", hold.expires.toString(), "held", String.valueOf(hold.points()), "hold", id.text());
        switch (hold.end) {
            case "open" -> {}
            case "voided" -> throw new NaiveRefusal(RefusalCode.HOLD_ALREADY_VOIDED, details);
            case "expired" -> throw new NaiveRefusal(RefusalCode.HOLD_EXPIRED, details);
            default -> throw new NaiveRefusal(RefusalCode.HOLD_ALREADY_CAPTURED, details);
        }
        return hold;
    }

    int capture(Act act, Posting.Capture capture) {
        NaiveHold hold = openHold(act.member(), capture.tenant().value(), capture.hold());
        int wanted = capture.points().map(points -> (int) points.value()).orElse(hold.points());
        if (wanted == 0) {
            throw new NaiveRefusal(RefusalCode.POINTS_NOT_POSITIVE, Map.of());
        }
        if (wanted > hold.points()) {
            throw new NaiveRefusal(
                    RefusalCode.HOLD_TOO_SMALL,
                    Map.of(
                            "held", String.valueOf(hold.points()),
                            "hold", capture.hold().text(),
                            "wanted", String.valueOf(wanted)));
        }
        int missing = wanted;
        for (Map.Entry<Integer, Integer> part : hold.parts.entrySet()) {
            int points = Math.min(missing, part.getValue());
            if (points > 0) {
                new NaiveVisit(ledger.rules().activities()).of(capture, act.member(), part.getKey());
                act.member()
                        .pocket(part.getKey())
                        .oldest(points)
                        .forEach(unit -> hold.redeemed.add(new Redeemed(part.getKey(), unit)));
                ledger.leave(act, part.getKey(), points, TransferKind.REDEEM, hold.place);
                missing -= points;
            }
        }
        hold.captured = capture.businessDate();
        justCaptured.add(hold);
        ledger.endHold(act, hold, "captured " + wanted);
        return wanted;
    }
}
