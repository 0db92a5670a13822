package eu.kontor.checkout.domain;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.tenancy.api.Coalition;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

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
     * @throws Refusal {@code CARD_UNKNOWN}
     */
    public static CardHolder known(CardNumber card, CardHolder holder) {
        if (holder == null) {
            throw new Refusal(RefusalCode.CARD_UNKNOWN, "card", card.value());
        }
        return holder;
    }

    /**
     * Why a card may not be used. What was sold before it was lost, and comes late, is not refused for that.
     *
     * @param sold the day of a sale that was made already; empty for what needs the card now
     * @param zone of the outlets
     * @return empty, {@code CARD_BLOCKED}, {@code CARD_REPLACED} or {@code MEMBER_NOT_ACTIVE}
     */
    public static Optional<Refusal> problem(CardHolder holder, Optional<LocalDate> sold, Supplier<ZoneId> zone) {
        return holder.problem().filter(_ -> sold.filter(day -> holder.wasUsableOn(day, zone.get()))
                .isEmpty());
    }
}
