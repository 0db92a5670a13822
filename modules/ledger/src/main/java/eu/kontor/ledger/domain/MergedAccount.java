package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.Journal.PassedDebt;
import eu.kontor.ledger.domain.Journal.Passing;
import eu.kontor.ledger.domain.PostedPurchase.Due;
import eu.kontor.ledger.domain.Transfer.Act;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes from one account of a person to another, for as long as the two are merged: the merged one keeps nothing that could be spent, and
 * owes nothing; whatever comes into it goes on to the surviving one at once, and what it needs it draws from there. So everything that was
 * ever posted in its name stays where it is, and can be taken back there (see the decision record on merged accounts).
 *
 * @param merged the account that passes on
 * @param surviving the one behind it
 */
record MergedAccount(MemberAccount merged, MemberAccount surviving, MemberAccount.Books books) {

    /** @param atMost so many points; all that are available are */
    void passOn(Act act, long atMost) {
        passed(act, merged, surviving, merged.purse().passOn(act, atMost, surviving.purse()));
        if (surviving.purse().lastActivity().isEmpty()) {
            takeOverActivity();
        }
        for (Debt debt : List.copyOf(merged.debts())) {
            passDebt(act, merged, surviving, debt, debt.outstanding());
        }
        surviving.repayDebts(act);
    }

    /** It is one person, who was last seen when either was. */
    void takeOverActivity() {
        takeOverActivity(merged, surviving);
    }

    private static void takeOverActivity(MemberAccount from, MemberAccount to) {
        for (PocketLine line : List.copyOf(from.pockets())) {
            line.lastActivity()
                    .ifPresent(day -> to.purse().opened(line.pocket()).visited(day, 0));
        }
    }

    /** Points that are needed here, the soonest to expire and the oldest first; what there is of them. */
    void draw(Act act, long points) {
        passed(act, surviving, merged, surviving.purse().passOn(act, Math.max(0, points), merged.purse()));
    }

    /** What is to be taken back, out of the pockets that it was earned into, and else out of the others. */
    void draw(Act act, List<Due> dues) {
        SortedMap<Pocket, Long> wanted = new TreeMap<>();
        dues.forEach(due -> due.of().pocket().ifPresent(pocket -> wanted.merge(pocket, due.left(), Long::sum)));
        wanted.forEach((pocket, points) -> {
            long missing = Math.max(0, points - available(pocket));
            passed(act, surviving, merged, surviving.purse().passOn(act, pocket, missing, merged.purse()));
        });
        long missing = dues.stream().mapToLong(Due::left).sum() - merged.purse().available();
        draw(act, missing);
    }

    private long available(Pocket pocket) {
        PocketLine line = merged.purse().line(pocket);
        return line == null ? 0 : line.available();
    }

    /** The two part again, and it gets back what is its own, as far as it is there. */
    void part(Act act, BroughtIn brought) {
        long debts = 0;
        for (Map.Entry<Place, Long> debt : brought.debts().entrySet()) {
            Debt owed = surviving.debtTo(debt.getKey());
            long back = Math.clamp(owed.outstanding(), 0, Math.max(0, debt.getValue()));
            passDebt(act, surviving, merged, owed, back);
            debts += debt.getValue() - back;
        }
        long left = Math.max(
                0, brought.points().values().stream().mapToLong(Long::longValue).sum() - debts);
        for (Map.Entry<Pocket, Long> pocket : brought.points().entrySet()) {
            long part = Math.clamp(pocket.getValue(), 0, left);
            long back = surviving.purse().passOn(act, pocket.getKey(), part, merged.purse());
            passed(act, surviving, merged, back);
            left -= back;
        }
        if (merged.purse().lastActivity().isEmpty()) {
            // Or what it gets back, which others brought through it, would never expire.
            takeOverActivity(surviving, merged);
        }
        merged.repayDebts(act);
    }

    private void passed(Act act, MemberAccount from, MemberAccount to, long points) {
        if (points > 0) {
            books.journal().write(new Passing(from.member(), act.posting(), to.member(), points));
        }
    }

    private void passDebt(Act act, MemberAccount from, MemberAccount to, Debt debt, long points) {
        if (points > 0) {
            debt.pass(points);
            to.debtTo(new Place(debt.tenant(), debt.outlet())).incur(points);
            books.journal()
                    .write(new PassedDebt(
                            from.member(), act.posting(), to.member(), debt.tenant(), debt.outlet(), points));
        }
    }
}
