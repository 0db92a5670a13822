package eu.kontor.portalkit.i18n;

import eu.kontor.kernel.Points;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What every part of a page about points needs to write it: language, formats, the points' own name, zone and today.
 *
 * @param pointsName the coalition's name for its points in {@code language}
 * @param zone in which days are told
 */
public record Wording(Formats formats, String pointsName, Locale language, ZoneId zone, Clock clock) {

    /** {@code 1,240 Ronda points}. */
    public String points(Points points) {
        return formats.points(points) + ' ' + pointsName;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** A month where it stands alone, as a heading or in a list: with a capital in every language. */
    public String monthAlone(YearMonth window) {
        String month = formats.month(window);
        return month.substring(0, 1).toUpperCase(language) + month.substring(1);
    }
}
