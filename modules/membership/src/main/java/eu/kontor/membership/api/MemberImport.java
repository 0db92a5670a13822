package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** Members with cards that exist already, from a file: a coalition's first members, or those of a scheme that joins it. */
public interface MemberImport {

    /** Columns of the file; in any order, separated by commas, semicolons or tabs, quoted as in RFC 4180; a byte order mark may be first. */
    List<String> COLUMNS = List.of(
            "given_name",
            "family_name",
            "phone",
            "email",
            "language",
            "card_number",
            "confirmation_code",
            "member_since");

    /** More than this is told as a number only. */
    int MOST_REASONS = 100;

    /**
     * Imports line by line in batches. A line whose card is known is left as it is, so that a file may be sent again. Behind a
     * quotation mark that is not closed nothing can be read: the lines before it are imported, and its own is named. Operator only.
     *
     * @throws eu.kontor.kernel.Refusal {@code FEED_HEADER_LACKS_COLUMN}, {@code FEED_EMPTY}, {@code MEMBER_FILE_QUOTE_OPEN}
     */
    Imported run(Caller caller, Reader csv) throws IOException;

    /** @param reasons the first {@link #MOST_REASONS} of the refused lines */
    record Imported(long created, long known, long refused, List<RefusedLine> reasons) {}

    /** @param line of the file, the header being 1 */
    record RefusedLine(long line, String reason) {}
}
