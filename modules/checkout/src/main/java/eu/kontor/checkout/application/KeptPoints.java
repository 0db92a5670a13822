package eu.kontor.checkout.application;

import eu.kontor.checkout.domain.PaidTicket.Corrected;
import eu.kontor.ledger.api.PostingId;
import java.util.Optional;

/**
 * The points that paid for a part of a ticket that a file corrects.
 *
 * @param hold by which they paid
 * @param corrected what of them pays for the ticket as it is now; empty where nobody can say it, because the ticket is in another currency
 */
record KeptPoints(PostingId hold, Optional<Corrected> corrected) {}
