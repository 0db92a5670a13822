package eu.kontor.files.api;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TextPolicy;
import java.util.List;
import java.util.Optional;

/**
 * One record of a file: usually one line, several when a quoted field contains line breaks.
 *
 * @param lineNumber of its first line, counted from 1 with the header
 * @param lines how many lines of the file it takes, empty ones not counted
 * @param raw as it stands in the file, without the last line's end
 * @param fields in the order of the header; of any number when malformed
 * @param malformed why its fields mean nothing
 */
public record TableRecord(long lineNumber, int lines, String raw, List<String> fields, Optional<Refusal> malformed) {

    /**
     * One value without outer spaces, of whatever column is read: the only door of a file's texts.
     *
     * @param column as the sender calls it
     * @throws Refusal {@code FIELD_CHARACTER_FORBIDDEN}
     */
    public String text(int position, String column) {
        return TextPolicy.LINE.checked(column, Words.strip(fields.get(position)));
    }

    /** Spreadsheets leave lines of separators behind. */
    public boolean isBlank() {
        for (String field : fields) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return !fields.isEmpty();
    }
}
