package eu.kontor.ledger.domain;

import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Posting.Effect.Back;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.domain.Journal.Reversal;
import eu.kontor.ledger.domain.Journal.ReversedLine;
import eu.kontor.ledger.domain.PostedPurchase.Due;
import eu.kontor.ledger.domain.PostedPurchase.Earned;
import eu.kontor.ledger.domain.Transfer.Act;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what a purchase earned, or a part of it, every part of the award at its funder: first all from their own pockets, so that none
 * takes what another would find there, then from the others. What had expired is gone; what was spent becomes a debt to the funder (the
 * outlet of the purchase, if it is the purchase's own tenant).
 */
record TakingBack(long member, MemberAccount.Books books, MemberPockets pockets, MemberDebts debts) {

    /**
     * @param taken of the points
     * @param back for the answer
     */
    record Done(PostedPurchase purchase, long taken, Back back) {}

    /** @throws eu.kontor.kernel.Refusal as {@link PostedPurchase#next} */
    Done takeBack(Act act, PostedPurchase purchase, Optional<Returned> returned) {
        ReturnedSoFar.Step step = purchase.next(member, returned);
        Act atItsPrice = atThePriceOf(purchase, act);
        List<Due> dues =
                purchase.parts().stream().map(part -> part.due(step.share())).toList();
        TransferKind kind = purchase.gave().takenBackBy();
        long[] taken = new long[dues.size()];
        for (int i = 0; i < taken.length; i++) {
            Earned part = dues.get(i).of();
            taken[i] = pockets.takeBack(atItsPrice, kind, part, dues.get(i).left());
        }
        long owed = 0;
        long expired = 0;
        for (int i = 0; i < taken.length; i++) {
            Due due = dues.get(i);
            taken[i] += pockets.take(
                    atItsPrice, kind, due.left() - taken[i], due.of().place());
            Gone gone = takenBack(act, purchase, step, i + 1, due, taken[i]);
            owed += gone.owed();
            expired += gone.expired();
        }
        returned.ifPresent(now -> now.units().forEach((line, units) -> books.journal()
                .write(new ReversedLine(member, purchase.number(), act.posting(), line, units, purchase.tenant()))));
        return new Done(
                purchase.after(step.after(), dues),
                Arrays.stream(taken).sum(),
                new Back(
                        step.amount(),
                        step.after().isAll(),
                        Points.of(owed),
                        Points.of(expired),
                        purchase.returned().amount()));
    }

    /** A partner gets back what it paid: at the price of the purchase's day. */
    private Act atThePriceOf(PostedPurchase purchase, Act act) {
        return purchase.businessDate().map(day -> pockets.onTheDay(day, act)).orElse(act);
    }

    /** What could not be taken: owed by the member, or let go. */
    private record Gone(long owed, long expired) {}

    /** What the operator gave and the member has spent is let go: there is no partner to whom it could be owed. */
    private Gone takenBack(Act act, PostedPurchase purchase, ReturnedSoFar.Step step, int part, Due due, long taken) {
        long missing = due.left() - taken;
        boolean isLetGo = purchase.gave() == TransferKind.OPERATOR_GOODWILL;
        Gone gone = isLetGo ? new Gone(0, due.expired() + missing) : new Gone(missing, due.expired());
        if (gone.owed() > 0) {
            debts.to(due.of().place()).incur(gone.owed());
        }
        books.journal()
                .write(new Reversal(
                        member,
                        purchase.number(),
                        step.after().returns(),
                        part,
                        act.posting(),
                        due.of().tenant(),
                        due.of().outlet(),
                        taken,
                        gone.owed(),
                        gone.expired(),
                        step.amount(),
                        step.isByLine(),
                        step.after().isAll()));
        return gone;
    }
}
