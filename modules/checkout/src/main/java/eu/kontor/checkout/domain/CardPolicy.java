package eu.kontor.checkout.domain;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.tenancy.api.Coalition;

/** Which card a till may present: well written, of this coalition, known, and usable. */
public final class CardPolicy {

    private CardPolicy() {}

    /**
     * @throws Refusal {@code FIELD_MISSING}, {@code CARD_NUMBER_MALFORMED}, {@code CARD_CHECK_DIGIT_WRONG},
     *     {@code CARD_OF_ANOTHER_COALITION}
     */
    public static CardNumber number(String text, Coalition coalition) {
        return number("card", text, coalition);
    }

    /** The same for a card in another field. */
    public static CardNumber number(String field, String text, Coalition coalition) {
        if (text == null || text.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        CardNumber card = CardNumber.parse(text);
        if (!card.value().startsWith(coalition.cardPrefix())) {
            throw new Refusal(RefusalCode.CARD_OF_ANOTHER_COALITION, "card", card.value());
        }
        return card;
    }

    /**
     * @param holder null when nobody holds the card
     * @throws Refusal {@code CARD_UNKNOWN}, {@code CARD_BLOCKED}, {@code MEMBER_NOT_ACTIVE}
     */
    public static CardHolder usable(CardNumber card, CardHolder holder) {
        if (holder == null) {
            throw new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
        }
        return holder.usableOrRefuse();
    }
}
