package eu.kontor.kernel;

import java.util.Arrays;
import java.util.Locale;

/** What a member does that may keep points alive; which of them do is the coalition's setting. */
public enum Activity {
    /** A purchase at any partner, also one that earned nothing. */
    PURCHASE,
    /** A captured redemption at any partner. */
    REDEMPTION,
    GIFT_GIVEN,
    GIFT_RECEIVED;

    /** Lower case with hyphens, as in the configuration: {@code gift-given}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for another word */
    public static Activity ofWord(String word) {
        return Arrays.stream(values())
                .filter(activity -> activity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no activity is called " + word));
    }
}
