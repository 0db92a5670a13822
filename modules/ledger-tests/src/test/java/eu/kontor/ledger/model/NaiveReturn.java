package eu.kontor.ledger.model;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveLedger.Act;
import eu.kontor.ledger.model.NaiveMember.NaiveHold;
import eu.kontor.ledger.model.NaiveMember.Parcel;
import eu.kontor.ledger.model.NaiveMember.Place;
import eu.kontor.ledger.model.NaiveMember.Redeemed;
import eu.kontor.ledger.model.NaiveMember.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A captured redemption comes back, or a part of it: the points that left last, as points of whom and when they were. */
record NaiveReturn(NaiveLedger ledger, NaivePositions positions, long number) {

    int comesBack(Act act, Posting.ReturnRedemption back, Set<NaiveHold> justCaptured) {
        NaiveHold hold = act.member().holds.stream()
                .filter(known -> known.number == back.hold().number()
                        && known.place.tenant() == back.tenant().value())
                .findFirst()
                .orElseThrow(() -> new NaiveRefusal(RefusalCode.HOLD_UNKNOWN, Map.of()));
        mustBeCaptured(hold, back.hold().text(), justCaptured);
        int left = hold.redeemed.size() - hold.returned;
        int wanted = back.points().map(Points::value).map(Long::intValue).orElse(left);
        if (left == 0) {
            throw new NaiveRefusal(
                    RefusalCode.REDEMPTION_ALREADY_RETURNED,
                    Map.of("id", back.hold().text()));
        }
        if (wanted == 0) {
            throw new NaiveRefusal(RefusalCode.POINTS_NOT_POSITIVE, Map.of());
        }
        if (wanted > left) {
            throw new NaiveRefusal(
                    RefusalCode.RETURN_EXCEEDS_REDEMPTION, Map.of("left", "" + left, "wanted", "" + wanted));
        }
        comesBack(act, hold, hold.redeemed.subList(left - wanted, left));
        hold.returned += wanted;
        if (hold.returned == hold.redeemed.size()) {
            act.member().wasNotHere(hold.number);
        }
        hold.returns.add("return " + (hold.returns.size() + 1) + " of redemption " + hold.number + ": " + wanted
                + " from " + hold.place.tenant());
        ledger.repay(act);
        return wanted;
    }

    private static void mustBeCaptured(NaiveHold hold, String id, Set<NaiveHold> justCaptured) {
        Map<String, String> details =
                Map.of("expired", hold.expires.toString(), "held", String.valueOf(hold.points()), "hold", id);
        switch (hold.end) {
            case "voided" -> throw new NaiveRefusal(RefusalCode.HOLD_ALREADY_VOIDED, details);
            case "expired" -> throw new NaiveRefusal(RefusalCode.HOLD_EXPIRED, details);
            default -> {
                if (hold.end.equals("open") || justCaptured.contains(hold)) {
                    throw new NaiveRefusal(RefusalCode.REDEMPTION_NOT_CAPTURED, Map.of());
                }
            }
        }
    }

    private void comesBack(Act act, NaiveHold hold, List<Redeemed> points) {
        Map<Parcel, Parcel> parcels = new LinkedHashMap<>();
        Map<Parcel, Integer> sizes = new LinkedHashMap<>();
        Map<Integer, Integer> byPocket = new TreeMap<>();
        for (Redeemed each : points) {
            Unit old = each.unit();
            Parcel parcel = parcels.computeIfAbsent(old.parcel, lot -> new Parcel(number, lot.issuer, lot.issued));
            Unit unit = new Unit(parcel);
            unit.from = old.from;
            act.member().pocket(each.months()).units.add(unit);
            sizes.merge(parcel, 1, Integer::sum);
            byPocket.merge(each.months(), 1, Integer::sum);
        }
        byPocket.values()
                .forEach(size -> moved(act, hold.captured, hold.place, TransferKind.REDEMPTION_RETURNED, size));
        sizes.forEach((parcel, size) -> moved(act, parcel.issued, parcel.issuer, TransferKind.POINTS_RETURNED, size));
    }

    private void moved(Act act, LocalDate day, Place place, TransferKind kind, int points) {
        YearMonth own = ledger.windowOf(day);
        YearMonth window = own.isAfter(act.window()) ? own : act.window();
        positions.moved(window, YearMonth.from(day), place, kind, points);
    }
}
