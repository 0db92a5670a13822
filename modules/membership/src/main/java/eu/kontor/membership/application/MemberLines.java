package eu.kontor.membership.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.membership.api.MemberImport;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The lines of a file of members, perhaps from a spreadsheet: with or without a byte order mark, separated as its header is, with
 * empty lines.
 */
final class MemberLines implements Closeable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The header is the first line. */
    private static final int FIRST_LINE = 2;

    private final CSVParser csv;
    private final Iterator<CSVRecord> records;

    /** @param number of its first line in the file, the header being 1 */
    record Line(long number, CSVRecord fields) {}

    /** @throws Refusal {@code FEED_EMPTY}, {@code FEED_HEADER_LACKS_COLUMN}, {@code MEMBER_FILE_QUOTE_OPEN} */
    MemberLines(Reader file) throws IOException {
        BufferedReader lines = new BufferedReader(file);
        String header = header(lines);
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(separator(header)).get();
        String[] names = names(header, format);
        this.csv = format.builder().setHeader(names).get().parse(lines);
        this.records = csv.iterator();
    }

    /**
     * The next one that is not blank; empty at the end of the file.
     *
     * @throws Refusal {@code MEMBER_FILE_QUOTE_OPEN}: behind it nothing can be read
     */
    Optional<Line> next() throws IOException {
        long number = csv.getCurrentLineNumber() + FIRST_LINE;
        try {
            while (records.hasNext()) {
                CSVRecord fields = records.next();
                if (fields.stream().anyMatch(field -> !field.isBlank())) {
                    return Optional.of(new Line(number, fields));
                }
                number = csv.getCurrentLineNumber() + FIRST_LINE;
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw quoteOpen(number);
            }
            throw e.getCause();
        }
    }

    private static Refusal quoteOpen(long line) {
        return new Refusal(RefusalCode.MEMBER_FILE_QUOTE_OPEN, "line", line);
    }

    private static String header(BufferedReader lines) throws IOException {
        String first = lines.readLine();
        if (first == null) {
            throw new Refusal(RefusalCode.FEED_EMPTY, "file", "members");
        }
        return first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first;
    }

    private static char separator(String header) {
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static String[] names(String header, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(header, format)) {
            List<String> names = parser.stream()
                    .findFirst()
                    .map(fields -> fields.stream().map(String::strip).toList())
                    .orElse(List.of());
            for (String column : MemberImport.COLUMNS) {
                if (!names.contains(column)) {
                    throw new Refusal(RefusalCode.FEED_HEADER_LACKS_COLUMN, "file", "members", "column", column);
                }
            }
            return names.toArray(String[]::new);
        } catch (UncheckedIOException e) {
            throw quoteOpen(1);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
