package eu.kontor.ledger.model;

import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import eu.kontor.ledger.model.NaiveMember.Parcel;
import eu.kontor.ledger.model.NaiveMember.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When each point expires, looked at point by point. */
final class NaiveExpiry {

    /** A pocket below zero has a fixed term of that many months and a thousand. */
    private static final int FIXED_TERM = 1_000;

    private NaiveExpiry() {}

    /** The available points of a pocket, in their order, each with the day on which it runs out. */
    private static List<Map.Entry<Unit, LocalDate>> days(NaiveMember member, int pocket) {
        List<Map.Entry<Unit, LocalDate>> days = new ArrayList<>();
        NaivePocket units = member.pockets.get(pocket);
        LocalDate latest = LocalDate.MIN;
        for (Unit unit : units.units) {
            LocalDate issued = unit.parcel.issued;
            latest = issued.isAfter(latest) ? issued : latest;
            if (unit.isLeft() && days.size() < units.available()) {
                days.add(Map.entry(
                        unit, pocket > 0 ? member.lastVisit().plusMonths(pocket) : endOfTerm(latest, pocket)));
            }
        }
        return days;
    }

    private static LocalDate endOfTerm(LocalDate earned, int pocket) {
        LocalDate inTheLastMonth = earned.plusMonths(FIXED_TERM + pocket);
        return inTheLastMonth.withDayOfMonth(inTheLastMonth.lengthOfMonth()).plusDays(1);
    }

    /** How many points expire: from the front, as far as they were announced for a day that has come. */
    static int expiring(NaiveMember member, int pocket, LocalDate asOf) {
        int points = 0;
        for (Map.Entry<Unit, LocalDate> day : days(member, pocket)) {
            LocalDate announced = day.getKey().announced.get(day.getValue());
            if (announced == null || announced.isAfter(asOf)) {
                return points;
            }
            points++;
        }
        return points;
    }

    /** @return how many points of each parcel expired */
    static Map<Parcel, Integer> expire(NaivePocket pocket, int points) {
        Map<Parcel, Integer> byParcel = new LinkedHashMap<>();
        pocket.oldest(points).forEach(unit -> {
            unit.fate = TransferKind.EXPIRE + " at " + unit.parcel.issuer;
            byParcel.merge(unit.parcel, 1, Integer::sum);
        });
        return byParcel;
    }

    /** Points that come to a day of which the member was told already make a new notice, for all of that day. */
    static void tell(NaiveMember member, LocalDate told, int noticeDays) {
        LocalDate horizon = told.plusDays(noticeDays);
        member.pockets.forEach((pocket, units) -> {
            Map<LocalDate, Unit> untold = new TreeMap<>();
            Map<LocalDate, Unit> last = new TreeMap<>();
            days(member, pocket).forEach(day -> {
                last.put(day.getValue(), day.getKey());
                if (!day.getKey().announced.containsKey(day.getValue())) {
                    untold.put(day.getValue(), day.getKey());
                }
            });
            untold.keySet().removeIf(day -> day.isAfter(horizon));
            untold.keySet().forEach(day -> {
                LocalDate nextExpiries = day.isAfter(horizon) ? day : horizon;
                for (Unit unit : units.units.subList(0, units.units.indexOf(last.get(day)) + 1)) {
                    unit.announced.merge(day, nextExpiries, (one, other) -> one.isBefore(other) ? one : other);
                }
            });
        });
    }

    /** Per member, pocket and day: how many points run out, and how many of them expire. */
    static List<String> preview(NaiveLedger ledger, LocalDate asOf) {
        List<String> rows = new ArrayList<>();
        ledger.members().forEach((number, member) -> member.pockets.keySet().forEach(pocket -> {
            int expiring = expiring(member, pocket, asOf);
            Map<LocalDate, int[]> sums = new TreeMap<>();
            int place = 0;
            for (Map.Entry<Unit, LocalDate> day : days(member, pocket)) {
                if (!day.getValue().isAfter(asOf)) {
                    int[] sum = sums.computeIfAbsent(day.getValue(), fresh -> new int[2]);
                    sum[0]++;
                    sum[1] += place < expiring ? 1 : 0;
                }
                place++;
            }
            sums.forEach((day, sum) -> rows.add(row(number, pocket, day, sum[0], sum[1])));
        }));
        rows.sort(null);
        return rows;
    }

    static String row(long member, int pocket, LocalDate day, long points, long expiring) {
        return "member " + member + " pocket " + pocket + ": " + points + " run out on " + day + ", " + expiring
                + " expire";
    }

    /** What expires first of a pocket. */
    static String next(NaiveMember member, int pocket, LocalDate today, int noticeDays) {
        List<Map.Entry<Unit, LocalDate>> days = days(member, pocket);
        if (days.isEmpty()) {
            return "never";
        }
        LocalDate first = days.getFirst().getValue();
        LocalDate announced = days.getFirst().getKey().announced.get(first);
        LocalDate soonest = today.plusDays(noticeDays);
        LocalDate untold = first.isAfter(soonest) ? first : soonest;
        long points = days.stream()
                .filter(day -> day.getValue().equals(first))
                .filter(day -> announced == null
                        || announced.equals(day.getKey().announced.get(first)))
                .count();
        return points + " on " + (announced == null ? untold : announced);
    }
}
