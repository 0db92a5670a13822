package eu.kontor.portal.i18n;

import eu.kontor.kernel.Points;
import java.time.Clock;
import java.time.LocalDate;
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
}
