package eu.kontor.feeds.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;

/** Goods that came back. Files cannot take purchases back yet, so that nothing is guessed: each is told to a person. */
final class Returns {

    private Returns() {}

    static Refusal notYet(String ticket) {
        return new Refusal(RefusalCode.FEED_RETURN_BY_HAND, "ticket", ticket);
    }
}
