package eu.kontor.ledger.model;

import eu.kontor.ledger.model.NaiveMember.NaiveHold;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import eu.kontor.ledger.model.NaiveMember.Unit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the model holds, as sentences that {@link StoredLedger} must be able to say of the database. */
final class NaiveSentences {

    private final NaiveLedger ledger;
    private final TreeSet<String> sentences = new TreeSet<>();

    NaiveSentences(NaiveLedger ledger) {
        this.ledger = ledger;
    }

    TreeSet<String> all() {
        ledger.members().forEach(this::member);
        ledger.positions().forEach((name, sum) -> sentences.add("position " + name + ": " + sum[0] + " in " + sum[1]));
        sentences.addAll(ledger.reversals());
        sentences.addAll(ledger.returns());
        sentences.addAll(ledger.gifts());
        sentences.add("requests " + ledger.remembered());
        return sentences;
    }

    private void member(long number, NaiveMember member) {
        member.pockets.forEach((months, pocket) -> {
            if (pocket.isUsed()) {
                pocket("member " + number + " pocket " + months, pocket);
            }
        });
        member.debts.forEach((creditor, debt) ->
                sentences.add("member " + number + " owes " + creditor + ": " + debt[0] + ", repaid " + debt[1]));
        for (NaiveHold hold : member.holds) {
            hold.parts.forEach((months, points) -> sentences.add("hold " + hold.number + " at " + hold.place
                    + " pocket " + months + ": " + points + " until " + hold.expires + " " + hold.end));
        }
    }

    /** A point's place in the list is its place on the line of points ever earned. */
    private void pocket(String name, NaivePocket pocket) {
        List<Unit> units = pocket.units;
        long left = units.stream().filter(Unit::isLeft).count();
        sentences.add(name + ": earned " + units.size() + " left " + left + " held " + pocket.held + " visit "
                + pocket.visit);
        Map<String, int[]> remaining = new TreeMap<>();
        Map<String, Integer> fates = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            int end = i + 1;
            if (unit.isLeft()) {
                unit.announced.forEach((day, nextExpiries) -> sentences.add(
                        name + " point " + end + " runs out on " + day + " and was told to expire on " + nextExpiries));
                remaining.computeIfAbsent(unit.parcel.toString(), fresh -> new int[] {end - 1, 0})[1] = end;
            } else {
                fates.merge(" " + unit.parcel + " " + unit.fate, 1, Integer::sum);
            }
        }
        remaining.forEach((lot, interval) ->
                sentences.add(name + " " + lot + " remains (" + interval[0] + ", " + interval[1] + "]"));
        fates.forEach((fate, points) -> sentences.add(name + fate + ": " + points));
    }
}
