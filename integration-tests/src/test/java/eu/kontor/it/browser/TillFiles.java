package eu.kontor.it.browser;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Files as tills export them. */
final class TillFiles {

    private static final String HEADER = "card,outlet,amount,currency,business_date,reference";

    private TillFiles() {}

    /** One purchase on the 19th of the tests' month. */
    static String purchases(String card, String amount, String reference) {
        return file(line(card, amount, reference));
    }

    static String line(String card, String amount, String reference) {
        return String.join(
                ",", card, "rooms", amount, "EUR", BrowserSystem.MONTH.atDay(19).toString(), reference);
    }

    static String file(String... lines) {
        return HEADER + "\n" + Arrays.stream(lines).collect(Collectors.joining("\n")) + "\n";
    }
}
