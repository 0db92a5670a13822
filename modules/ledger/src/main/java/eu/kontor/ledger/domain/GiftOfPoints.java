package eu.kontor.ledger.domain;

import eu.kontor.kernel.Activity;
import eu.kontor.ledger.domain.Journal.Gift;
import eu.kontor.ledger.domain.Transfer.Act;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Points are passed on to another member, after which the recipient repays debts. Whether a gift keeps points alive, the giver's or the
 * recipient's, is the coalition's setting.
 */
record GiftOfPoints(MemberAccount giver, MemberAccount recipient, MemberAccount.Books books) {

    /** @param points at most what the giver has */
    void pass(Act act, long points, Place place) {
        giver.purse().give(act, points, recipient.purse(), aliveSince());
        giver.active(Activity.GIFT_GIVEN, giver.purse().first(), act.businessDate(), 0);
        recipient.active(Activity.GIFT_RECEIVED, recipient.purse().first(), act.businessDate(), 0);
        books.journal()
                .write(new Gift(
                        giver.member(),
                        act.posting(),
                        recipient.member(),
                        points,
                        act.businessDate(),
                        place.tenant(),
                        place.outlet()));
        recipient.repayDebts(act);
    }

    /**
     * Received points live and expire with the recipient's own. Who has none takes over the giver's last activity if it is the
     * later one: there is nothing that it could prolong, and the points expire when they would have expired with the giver.
     */
    private Optional<LocalDate> aliveSince() {
        Optional<LocalDate> own = recipient.purse().lastActivity();
        if (own.isPresent() && !recipient.purse().areEmpty()) {
            return own;
        }
        return Stream.concat(own.stream(), giver.purse().lastActivity().stream())
                .max(LocalDate::compareTo);
    }
}
