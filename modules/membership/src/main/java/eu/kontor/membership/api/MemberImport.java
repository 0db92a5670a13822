package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Members with cards that exist already, from a file: a coalition's first members, or those of a scheme that joins it. */
public interface MemberImport {

    /** Columns of the file, in any order, case and spacing; it may be anything that {@link eu.kontor.files.api.SentTable} reads. */
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
     * Imports line by line in batches. A line whose card is known is left as it is, so that a file may be sent again; one that cannot
     * be read costs itself only. Operator only.
     *
     * @throws eu.kontor.kernel.Refusal {@code FEED_HEADER_LACKS_COLUMN}, {@code FEED_EMPTY}, and those of a file that cannot be unpacked
     */
    Imported run(Caller caller, InputStream file) throws IOException;

    /** @param reasons the first {@link #MOST_REASONS} of the refused lines */
    record Imported(long created, long known, long refused, List<RefusedLine> reasons) {}

    /** @param line of the file, the header being 1 */
    record RefusedLine(long line, String reason) {}
}
