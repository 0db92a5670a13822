package eu.kontor.ledger.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A refusal that is an answer for good. A till that retries must get it again, even if the member earned meanwhile:
 * otherwise a redemption would go through that the cashier was told to be refused.
 *
 * <p>Refusals that say that the request itself was wrong (a date, an unknown purchase) are not remembered: nothing was
 * decided, and a corrected line of a feed comes again with the same key.
 */
public record RememberedRefusal(RefusalCode code, Map<String, Object> details) {

    private static final Set<RefusalCode> FOR_GOOD = EnumSet.of(
            RefusalCode.BALANCE_TOO_LOW,
            RefusalCode.HOLD_TOO_SMALL,
            RefusalCode.HOLD_ALREADY_CAPTURED,
            RefusalCode.HOLD_ALREADY_VOIDED,
            RefusalCode.HOLD_EXPIRED,
            RefusalCode.PURCHASE_ALREADY_REVERSED);

    static Optional<RememberedRefusal> of(Refusal refusal) {
        return FOR_GOOD.contains(refusal.code())
                ? Optional.of(new RememberedRefusal(refusal.code(), refusal.details()))
                : Optional.empty();
    }

    /** The code, then {@code name=value}, one a line. */
    public String text() {
        return details.entrySet().stream()
                .map(detail -> "\n" + detail.getKey() + '=' + detail.getValue())
                .sorted()
                .collect(Collectors.joining("", code.name(), ""));
    }

    public static RememberedRefusal parse(String text) {
        String[] lines = text.split("\n");
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            details.put(lines[i].substring(0, equals), value(lines[i].substring(equals + 1)));
        }
        if (lines[0].startsWith("HOLD_")) {
            // What was refused before refusals named their hold.
            details.putIfAbsent("hold", "?");
            details.putIfAbsent("held", "?");
        } else if (lines[0].startsWith("PURCHASE_")) {
            // The same of purchases.
            details.putIfAbsent("id", "?");
        }
        return new RememberedRefusal(RefusalCode.valueOf(lines[0]), details);
    }

    /** Points come back as the numbers they were. */
    private static Object value(String text) {
        return text.chars().allMatch(Character::isDigit) && !text.isEmpty() ? (Object) Long.valueOf(text) : text;
    }
}
