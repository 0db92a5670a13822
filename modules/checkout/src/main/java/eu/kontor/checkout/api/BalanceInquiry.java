package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.membership.api.CardBearer;
import java.util.Optional;

/** What a till asks before anything else: who shows this card, and what is on it. */
public interface BalanceInquiry {

    /**
     * Read in one transaction. Needs any of staff, or MACHINE. A brand may ask about cards that nobody holds, and of guests who never were
     * there, only so often.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code NO_TENANT}, {@code CARD_OF_ANOTHER_COALITION}, {@code CARD_UNKNOWN}, {@code
     *     TILL_TOO_FAST}
     */
    CardBalance of(Caller caller, CardNumber card);

    /**
     * @param bearer of a stranger to the asking brand no more than the first name
     * @param usable whether the card can earn and redeem
     * @param redeemableFrom the least that can be redeemed at the asking brand; empty for the operator
     * @param canRedeem whether there is so much on it
     * @param balance empty for a stranger: what the guest has is from other brands
     */
    record CardBalance(
            CardBearer bearer,
            boolean usable,
            Optional<Points> redeemableFrom,
            boolean canRedeem,
            Optional<MemberBalance> balance) {}
}
