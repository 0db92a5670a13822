package eu.kontor.membership.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;

/**
 * What a till needs to know of a card: whose it is and whether it may be used.
 *
 * @param tier the member's tier at the asking tenant, {@code member} when not enrolled there yet
 * @param enrolled whether the member is enrolled at the asking tenant
 */
public record CardHolder(
        CardNumber card, MemberId member, boolean cardBlocked, boolean memberActive, String tier, boolean enrolled) {

    /** @throws Refusal {@code CARD_BLOCKED}, {@code MEMBER_NOT_ACTIVE} */
    public CardHolder usableOrRefuse() {
        if (cardBlocked) {
            throw new Refusal(RefusalCode.CARD_BLOCKED, "card", card.value());
        }
        if (!memberActive) {
            throw new Refusal(RefusalCode.MEMBER_NOT_ACTIVE);
        }
        return this;
    }
}
