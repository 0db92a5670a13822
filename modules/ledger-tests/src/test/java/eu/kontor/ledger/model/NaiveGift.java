package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import eu.kontor.ledger.model.NaiveMember.Parcel;
import eu.kontor.ledger.model.NaiveMember.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** One gift: points go from hand to hand and stay whose and from when they were. */
record NaiveGift(NaiveWindows windows, LocalDate today, NaivePositions positions, NaiveMerges merges, long number) {

    /** @return how many */
    int pass(Posting.Gift gift, NaiveMember giver, NaiveMember recipient) {
        int points = (int) gift.points().value();
        if (points == 0) {
            throw new NaiveRefusal(RefusalCode.POINTS_NOT_POSITIVE, Map.of());
        }
        if (giver.inFront() == recipient.inFront()) {
            throw new NaiveRefusal(RefusalCode.GIFT_TO_ONESELF, Map.of());
        }
        if (giver.available() < points) {
            throw NaiveRefusal.tooLow(giver.available(), points);
        }
        merges.draw(giver, points - giver.own());
        LocalDate aliveSince = aliveSince(giver, recipient);
        int missing = points;
        for (Map.Entry<Integer, NaivePocket> pocket : giver.pockets.entrySet()) {
            int part = Math.min(missing, pocket.getValue().available());
            if (part > 0) {
                NaivePocket target = recipient.pocket(pocket.getKey());
                target.active(aliveSince, 0);
                pass(part, pocket.getValue(), target);
                missing -= part;
            }
        }
        return points;
    }

    /** Whoever has nothing cannot be prolonged, and so takes over when the giver was last seen. */
    private static LocalDate aliveSince(NaiveMember giver, NaiveMember recipient) {
        LocalDate own = recipient.lastVisit();
        boolean hasSome = recipient.pockets.values().stream()
                .flatMap(pocket -> pocket.units.stream())
                .anyMatch(Unit::isLeft);
        return hasSome || own != null && own.isAfter(giver.lastVisit()) ? own : giver.lastVisit();
    }

    private void pass(int points, NaivePocket from, NaivePocket to) {
        Map<Parcel, Parcel> parcels = new LinkedHashMap<>();
        Map<Parcel, Integer> sizes = new LinkedHashMap<>();
        for (Unit unit : from.oldest(points)) {
            Parcel passed = parcels.computeIfAbsent(unit.parcel, old -> new Parcel(number, old.issuer, old.issued));
            unit.fate = TransferKind.GIFT_GIVEN + " at " + unit.parcel.issuer;
            to.units.add(new Unit(passed));
            sizes.merge(passed, 1, Integer::sum);
        }
        sizes.forEach((parcel, size) -> {
            YearMonth window = windows.of(parcel.issued, today);
            YearMonth month = YearMonth.from(parcel.issued);
            positions.moved(window, month, parcel.issuer, TransferKind.GIFT_GIVEN, size);
            positions.moved(window, month, parcel.issuer, TransferKind.GIFT_RECEIVED, size);
        });
    }
}
