package eu.kontor.membership.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.Optional;

/**
 * What a till needs to know of a card: whose it is and whether it may be used.
 *
 * @param tier the member's tier at the asking tenant, {@code member} when not enrolled there yet
 * @param replacedByEnding how the number ends that stands for this one now; who holds only the old one is told no more of it
 * @param enrolled whether the member is enrolled at the asking tenant
 */
public record CardHolder(
        CardNumber card,
        MemberId member,
        boolean cardBlocked,
        Optional<String> replacedByEnding,
        boolean memberActive,
        String tier,
        boolean enrolled) {

    /** @throws Refusal {@code CARD_BLOCKED}, {@code CARD_REPLACED}, {@code MEMBER_NOT_ACTIVE} */
    public CardHolder usableOrRefuse() {
        Optional<Refusal> problem = problem(card, cardBlocked, replacedByEnding);
        if (problem.isPresent()) {
            throw problem.get();
        }
        if (!memberActive) {
            throw new Refusal(RefusalCode.MEMBER_NOT_ACTIVE);
        }
        return this;
    }

    /** Why a card is refused; empty for one that may be used. */
    static Optional<Refusal> problem(CardNumber card, boolean blocked, Optional<String> replacedByEnding) {
        if (replacedByEnding.isPresent()) {
            return Optional.of(
                    new Refusal(RefusalCode.CARD_REPLACED, "card", card.value(), "ending", replacedByEnding.get()));
        }
        return blocked ? Optional.of(new Refusal(RefusalCode.CARD_BLOCKED, "card", card.value())) : Optional.empty();
    }
}
