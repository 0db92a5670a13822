package eu.kontor.checkout.application;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Posting;
import java.util.function.Function;

/**
 * A card at a till, and what is to be posted for whoever holds it.
 *
 * @param posting makes the posting once the member is known
 */
record ShownCard(TenantId tenant, CardNumber card, Function<MemberId, Posting> posting) {}
