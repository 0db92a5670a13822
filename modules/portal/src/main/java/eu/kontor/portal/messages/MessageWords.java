package eu.kontor.portal.messages;

import eu.kontor.outbox.api.SetAsideMessages.Why;
import eu.kontor.portalkit.i18n.Texts;
import java.util.Locale;
import java.util.Set;

/** What a message tells, and why it failed, in the reader's language. */
final class MessageWords {

    private static final Set<String> KNOWN = Set.of(
            "purchase-posted",
            "purchase-reversed",
            "redemption-held",
            "redemption-ended",
            "redemption-returned",
            "points-given",
            "expiry-notice");

    private MessageWords() {}

    /** A topic that has no words yet is named as it is. */
    static String topic(String topic, Locale language) {
        return KNOWN.contains(topic) ? Texts.of("messages.topic." + topic, language) : topic;
    }

    static String why(Why why, Locale language) {
        return Texts.of("messages.why." + key(why), language);
    }

    /** What to do about it. */
    static String advice(Why why, Locale language) {
        return Texts.of("messages.advice." + key(why), language);
    }

    private static String key(Why why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
