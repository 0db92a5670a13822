package eu.kontor.rest.paging;

import eu.kontor.kernel.Page;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which page a caller wants. */
public record PageRequest(Optional<String> cursor, int limit) {

    /** A screenful; enough that few callers need a second page. */
    public static final int DEFAULT_ROWS = 50;

    private static final Pattern UP_TO_THREE_DIGITS = Pattern.compile("[0-9]{1,3}");

    /** @throws Refusal {@code FIELD_MALFORMED} for a limit that is no number from 1 to {@link Page#MAX_ROWS} */
    public static PageRequest of(String cursor, String limit) {
        return new PageRequest(Optional.ofNullable(cursor).filter(text -> !text.isBlank()), rows(limit));
    }

    /** The address of the page after {@code page}, with this request's other parameters; null on the last page. */
    public static String next(UriInfo uri, Page<?> page) {
        return page.next()
                .map(cursor -> uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", "{cursor}")
                        .build(cursor))
                .map(address -> address.getRawPath() + '?' + address.getRawQuery())
                .orElse(null);
    }

    public static <R, T> List<T> rows(Page<R> page, Function<R, T> row) {
        return page.rows().stream().map(row).toList();
    }

    private static int rows(String limit) {
        if (limit == null || limit.isBlank()) {
            return DEFAULT_ROWS;
        }
        Matcher digits = UP_TO_THREE_DIGITS.matcher(limit);
        int rows = digits.matches() ? Integer.parseInt(limit) : 0;
        if (rows < 1 || rows > Page.MAX_ROWS) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "limit",
                    "value",
                    limit,
                    "expected",
                    Phrase.of("from-to", 1, Page.MAX_ROWS));
        }
        return rows;
    }
}
