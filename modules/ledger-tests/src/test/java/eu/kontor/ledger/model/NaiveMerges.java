package eu.kontor.ledger.model;

import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveLedger.Act;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import eu.kontor.ledger.model.NaiveMember.Parcel;
import eu.kontor.ledger.model.NaiveMember.Place;
import eu.kontor.ledger.model.NaiveMember.Unit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two accounts of one person: point by point, from hand to hand. */
final class NaiveMerges {

    /** Nobody asked for what passes, and so it is told under no number. */
    static final int NO_NUMBER = 0;

    private final NaiveLedger ledger;
    private final NaivePositions positions;
    private final List<Flow> flows = new ArrayList<>();

    NaiveMerges(NaiveLedger ledger, NaivePositions positions) {
        this.ledger = ledger;
        this.positions = positions;
    }

    /** @param points that went out; below zero for what came in */
    private record Flow(NaiveMember member, Optional<Integer> pocket, Optional<Place> creditor, int points) {}

    static boolean canMerge(NaiveMember member, NaiveMember into) {
        return member != into && member.person == null && into.person == null;
    }

    static boolean canPart(NaiveMember member) {
        return member.person != null && member.person == member.into;
    }

    void merge(NaiveMember member, NaiveMember into, Act act) {
        for (NaiveMember other : ledger.members().values()) {
            if (other.person == member) {
                other.person = into;
            }
        }
        member.person = into;
        member.into = into;
        member.since = flows.size();
        takeOverVisits(member, into);
        passOn(new Act(act.window(), act.month(), member));
    }

    void part(NaiveMember member, Act act) {
        NaiveMember person = member.person;
        Set<NaiveMember> own = subtree(member);
        Map<Integer, Integer> points = new TreeMap<>();
        Map<Place, Integer> debts = new TreeMap<>();
        for (Flow flow : flows.subList(member.since, flows.size())) {
            if (own.contains(flow.member())) {
                flow.pocket().ifPresent(months -> points.merge(months, flow.points(), Integer::sum));
                flow.creditor().ifPresent(place -> debts.merge(place, flow.points(), Integer::sum));
            }
        }
        expiredElsewhere(own, member.since).forEach((months, gone) -> points.merge(months, -gone, Integer::sum));
        int kept = 0;
        for (Map.Entry<Place, Integer> debt : debts.entrySet()) {
            int[] owed = person.debts.getOrDefault(debt.getKey(), new int[2]);
            int back = Math.max(0, Math.min(owed[0] - owed[1], debt.getValue()));
            passDebt(person, member, debt.getKey(), back);
            kept += debt.getValue() - back;
        }
        int left =
                Math.max(0, points.values().stream().mapToInt(Integer::intValue).sum() - kept);
        for (Map.Entry<Integer, Integer> pocket : points.entrySet()) {
            int part = Math.max(0, Math.min(left, pocket.getValue()));
            left -= pass(person, member, part, List.of(pocket.getKey()));
        }
        if (member.lastVisit() == null) {
            takeOverVisits(person, member);
        }
        own.forEach(each -> each.person = each == member ? null : member);
        member.into = null;
        ledger.repay(new Act(act.window(), act.month(), member));
    }

    private Set<NaiveMember> subtree(NaiveMember member) {
        return ledger.members().values().stream()
                .filter(each -> each == member || isBelow(each, member))
                .collect(Collectors.toSet());
    }

    private static boolean isBelow(NaiveMember each, NaiveMember member) {
        return each.into != null && (each.into == member || isBelow(each.into, member));
    }

    private Map<Integer, Integer> expiredElsewhere(Set<NaiveMember> own, int since) {
        Map<Integer, Integer> expired = new TreeMap<>();
        for (NaiveMember other : ledger.members().values()) {
            if (!own.contains(other)) {
                other.pockets.forEach((months, pocket) -> expired.merge(
                        months,
                        (int) pocket.units.stream()
                                .filter(unit -> unit.fate.startsWith(TransferKind.EXPIRE.name()))
                                .filter(unit -> own.contains(unit.broughtBy) && unit.broughtAt >= since)
                                .count(),
                        Integer::sum));
            }
        }
        return expired;
    }

    /** Whatever the act's member has and owes. */
    void passOn(Act act) {
        NaiveMember from = act.member();
        NaiveMember to = from.person;
        pass(from, to, from.own(), List.copyOf(from.pockets.keySet()));
        if (to.lastVisit() == null) {
            takeOverVisits(from, to);
        }
        Map.copyOf(from.debts).forEach((place, debt) -> passDebt(from, to, place, debt[0] - debt[1]));
        ledger.repay(new Act(act.window(), act.month(), to));
    }

    private static void takeOverVisits(NaiveMember from, NaiveMember to) {
        from.pockets.forEach((months, pocket) -> {
            if (pocket.visit != null) {
                to.pocket(months).active(pocket.visit, 0);
            }
        });
    }

    /** So many points are needed by one who was merged. */
    void draw(NaiveMember to, int points) {
        if (to.person != null) {
            pass(to.person, to, Math.max(0, points), List.copyOf(to.person.pockets.keySet()));
        }
    }

    /** The parts of a purchase are needed, each out of its own pocket first. */
    void draw(NaiveMember to, NaivePurchase purchase) {
        if (to.person == null) {
            return;
        }
        Map<Integer, Integer> wanted = new TreeMap<>();
        purchase.parts.forEach(part -> wanted.merge(part.months, part.missing(), Integer::sum));
        wanted.forEach((months, points) ->
                pass(to.person, to, Math.max(0, points - to.pocket(months).available()), List.of(months)));
        draw(to, wanted.values().stream().mapToInt(Integer::intValue).sum() - to.own());
    }

    private int pass(NaiveMember from, NaiveMember to, int points, Collection<Integer> order) {
        int missing = points;
        for (int months : order) {
            int part = Math.min(missing, from.pocket(months).available());
            if (part > 0) {
                pass(from, to, months, part);
                missing -= part;
            }
        }
        return points - missing;
    }

    private void pass(NaiveMember from, NaiveMember to, int months, int points) {
        NaivePocket target = to.pocket(months);
        Map<Parcel, Parcel> parcels = new LinkedHashMap<>();
        Map<Parcel, Integer> sizes = new LinkedHashMap<>();
        for (Unit unit : from.pocket(months).oldest(points)) {
            Parcel passed = parcels.computeIfAbsent(unit.parcel, old -> new Parcel(NO_NUMBER, old.issuer, old.issued));
            unit.fate = TransferKind.MERGED_AWAY + " at " + unit.parcel.issuer;
            Unit arrived = new Unit(passed);
            arrived.broughtBy = from;
            arrived.broughtAt = flows.size();
            target.units.add(arrived);
            sizes.merge(passed, 1, Integer::sum);
        }
        flows.add(new Flow(from, Optional.of(months), Optional.empty(), points));
        flows.add(new Flow(to, Optional.of(months), Optional.empty(), -points));
        sizes.forEach((parcel, size) -> {
            YearMonth window = ledger.windowOf(parcel.issued);
            YearMonth month = YearMonth.from(parcel.issued);
            positions.moved(window, month, parcel.issuer, TransferKind.MERGED_AWAY, size);
            positions.moved(window, month, parcel.issuer, TransferKind.MERGED_IN, size);
        });
    }

    private void passDebt(NaiveMember from, NaiveMember to, Place place, int points) {
        if (points > 0) {
            from.debts.get(place)[1] += points;
            to.debts.computeIfAbsent(place, fresh -> new int[2])[0] += points;
            flows.add(new Flow(from, Optional.empty(), Optional.of(place), points));
            flows.add(new Flow(to, Optional.empty(), Optional.of(place), -points));
        }
    }
}
