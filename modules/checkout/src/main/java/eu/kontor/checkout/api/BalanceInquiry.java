package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.CardBearer;

/** What a till asks before anything else: who shows this card, and what is on it. */
public interface BalanceInquiry {

    /**
     * Read in one transaction. Needs any of staff, or MACHINE.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code NO_TENANT}, {@code CARD_OF_ANOTHER_COALITION}, {@code CARD_UNKNOWN}
     */
    CardBalance of(Caller caller, CardNumber card);

    record CardBalance(CardBearer bearer, MemberBalance balance) {}
}
