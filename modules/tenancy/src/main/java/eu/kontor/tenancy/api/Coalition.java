package eu.kontor.tenancy.api;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * The operator's shared scheme, from {@code coalition.yaml}.
 *
 * @param pointsName the coalition's own name for its points, by language ({@code en}, {@code es}, {@code zh})
 * @param zone the time zone in which settlement windows begin and end
 * @param cardPrefix the first digits of every card of this coalition
 * @param firstWindow the first settlement window; older business dates are refused
 * @param currency in which the operator reads liability
 * @param valuePerPoint what one point is worth to the operator's liability, in {@code currency}
 */
public record Coalition(
        String name,
        Map<String, String> pointsName,
        ZoneId zone,
        String cardPrefix,
        YearMonth firstWindow,
        Currency currency,
        BigDecimal valuePerPoint,
        boolean sample) {

    public String pointsName(Locale language) {
        return pointsName.getOrDefault(language.getLanguage(), pointsName.get("en"));
    }
}
