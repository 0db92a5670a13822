package eu.kontor.checkout.api;

import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What tills and files said of purchases and redemptions that were posted, for whoever compares. Needs ADMIN, FINANCE or FEED. */
public interface StandingTickets {

    /** Those of them that the caller's tenant posted, filed or waiting to be. */
    Map<PostingId, StandingTicket> of(Caller caller, Collection<PostingId> postings);

    /**
     * As what tickets stand posted by now: one that was moved to another card stands there.
     *
     * @return nothing for those of which nothing stands, or whose outlet is none of the caller's tenant
     */
    Map<TicketWords, PostingId> byWords(Caller caller, Collection<TicketWords> tickets);

    /** A ticket that earned and was also paid with points is both. */
    record TicketWords(What what, OwnWords words) {}

    /**
     * @param amount of a purchase; of a redemption what its points paid, where that is known
     * @param points that it earned, or that were redeemed
     * @param stands whether anything is left of it
     */
    record StandingTicket(CardNumber card, Optional<MoneyAmount> amount, Points points, boolean stands) {}
}
