package eu.kontor.feeds.domain;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How numbers, dates and times are written in a tenant's files.
 *
 * @param decimalMark {@code .} or {@code ,}
 * @param isGrouped whether thousands may be marked: with a comma or a point, whichever is not the decimal mark, a space or an apostrophe
 * @param datePatterns tried in their order, as {@link java.time.format.DateTimeFormatter} understands them; may have a time
 * @param timePatterns tried in their order; empty for the usual ways to write a time
 * @param fileZone where the clocks stand whose times the file has, unless it says so itself; empty for the outlets' own
 * @param zone of the outlets: moments that come with an offset, or from {@code fileZone}, become days and times there
 */
public record ValueFormats(
        char decimalMark,
        boolean isGrouped,
        List<String> datePatterns,
        List<String> timePatterns,
        Optional<ZoneId> fileZone,
        Optional<ZoneId> zone) {

    public static final String ISO_DATE = "uuuu-MM-dd";

    /** As the layouts are documented. */
    public static final ValueFormats STANDARD =
            new ValueFormats('.', false, List.of(ISO_DATE), List.of(), Optional.empty(), Optional.empty());
}
