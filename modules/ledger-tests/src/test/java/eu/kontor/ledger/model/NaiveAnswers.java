package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Posting;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The first answers to requests, which retries hear again. */
final class NaiveAnswers {

    /** Refusals that a retry hears again. */
    private static final Set<RefusalCode> REMEMBERED = Set.of(
            RefusalCode.BALANCE_TOO_LOW,
            RefusalCode.HOLD_ALREADY_CAPTURED,
            RefusalCode.HOLD_ALREADY_VOIDED,
            RefusalCode.HOLD_EXPIRED,
            RefusalCode.PURCHASE_ALREADY_REVERSED);

    private final Map<String, Answer> answers = new TreeMap<>();

    private record Answer(Class<?> act, byte[] digest, String text, String suffix) {}

    /** The first answer again, or a conflict; empty for a new request. */
    Optional<String> again(Posting item) {
        Answer first = answers.get(name(item));
        if (first == null) {
            return Optional.empty();
        }
        boolean same = first.act == item.getClass()
                && Arrays.equals(first.digest, item.request().digest());
        return Optional.of(
                same
                        ? first.text + first.suffix + " again"
                        : "refused REQUEST_KEY_REUSED {key=" + item.request().key() + "}");
    }

    String posted(Posting item, String text, long number, Instant at) {
        return remember(item, text, " as " + number + " at " + at);
    }

    String refused(Posting item, NaiveRefusal no) {
        return REMEMBERED.contains(no.code) ? remember(item, no.text(), "") : no.text();
    }

    private String remember(Posting item, String text, String suffix) {
        answers.put(name(item), new Answer(item.getClass(), item.request().digest(), text, suffix));
        return text + suffix;
    }

    int count() {
        return answers.size();
    }

    private static String name(Posting item) {
        return item.member().value() + "|" + item.tenant().value() + "|"
                + item.request().key();
    }
}
