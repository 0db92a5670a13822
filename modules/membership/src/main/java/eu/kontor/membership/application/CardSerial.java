package eu.kontor.membership.application;

import eu.kontor.kernel.CardNumber;

/** The part of a card's number between the coalition's prefix and the check digit: cards are issued in its order. */
final class CardSerial {

    private CardSerial() {}

    static long of(CardNumber card, String prefix) {
        return Long.parseLong(card.value(), prefix.length(), CardNumber.DIGITS - 1, 10);
    }
}
