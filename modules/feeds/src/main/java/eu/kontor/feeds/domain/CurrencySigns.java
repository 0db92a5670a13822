package eu.kontor.feeds.domain;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands before or behind an amount. The JDK knows the signs too, but reads the words of a thousand languages for them, which
 * takes seconds.
 */
final class CurrencySigns {

    /** Longer ones first: {@code R$} is no dollar. */
    private static final Map<String, List<String>> SIGNS = Map.ofEntries(
            Map.entry("EUR", List.of("\u20ac")),
            Map.entry("GBP", List.of("\u00a3")),
            Map.entry("JPY", List.of("\u00a5", "\uffe5", "\u5186")),
            Map.entry("CNY", List.of("\u00a5", "\uffe5", "\u5143")),
            Map.entry("VND", List.of("\u20ab", "\u0111")),
            Map.entry("BRL", List.of("R$")),
            Map.entry("PLN", List.of("z\u0142")),
            Map.entry("CZK", List.of("K\u010d")),
            Map.entry("SEK", List.of("kr.", "kr")),
            Map.entry("NOK", List.of("kr.", "kr")),
            Map.entry("DKK", List.of("kr.", "kr")),
            Map.entry("ISK", List.of("kr.", "kr")),
            Map.entry("CHF", List.of("SFr.", "Fr.")),
            Map.entry("TRY", List.of("\u20ba", "TL")),
            Map.entry("HUF", List.of("Ft")),
            Map.entry("RON", List.of("lei")),
            Map.entry("BGN", List.of("\u043b\u0432.", "\u043b\u0432")),
            Map.entry("UAH", List.of("\u20b4")),
            Map.entry("INR", List.of("\u20b9")),
            Map.entry("KRW", List.of("\u20a9")),
            Map.entry("ILS", List.of("\u20aa")),
            Map.entry("THB", List.of("\u0e3f")),
            Map.entry("PHP", List.of("\u20b1")),
            Map.entry("IDR", List.of("Rp")),
            Map.entry("ZAR", List.of("R")),
            Map.entry("USD", List.of("US$")),
            Map.entry("CAD", List.of("CA$", "C$")),
            Map.entry("AUD", List.of("A$")),
            Map.entry("NZD", List.of("NZ$")),
            Map.entry("HKD", List.of("HK$")),
            Map.entry("SGD", List.of("S$")),
            Map.entry("TWD", List.of("NT$")),
            Map.entry("MXN", List.of("MX$")));

    /** Many call theirs a dollar, and tills write it whatever they are paid in. */
    private static final String OF_ANY = "$";

    private CurrencySigns() {}

    /** The number alone, where the currency's own sign or code stands at one of its ends; a sign of another one is left there. */
    static String without(String number, String currency) {
        if (!currency.isEmpty()) {
            return Stream.concat(SIGNS.getOrDefault(currency, List.of()).stream(), Stream.of(OF_ANY))
                    .flatMap(sign -> without(number, sign, true).stream())
                    .findFirst()
                    .or(() -> without(number, currency, false))
                    .orElse(number);
        }
        return number;
    }

    private static Optional<String> without(String number, String sign, boolean ignoreCase) {
        int length = sign.length();
        if (number.regionMatches(ignoreCase, 0, sign, 0, length)) {
            return Optional.of(number.substring(length).strip());
        }
        return number.regionMatches(ignoreCase, number.length() - length, sign, 0, length)
                ? Optional.of(number.substring(0, number.length() - length).strip())
                : Optional.empty();
    }

    /** As many as the currency has; none for what is no currency. */
    static int decimals(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(currency))
                .findFirst()
                .map(Currency::getDefaultFractionDigits)
                .orElse(0);
    }
}
