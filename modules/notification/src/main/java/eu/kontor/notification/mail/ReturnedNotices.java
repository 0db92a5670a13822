package eu.kontor.notification.mail;

import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of notices as it comes back, perhaps from a spreadsheet: with or without a byte order mark, separated as its header
 * is, with empty lines. Only the column {@value #NOTICE} is read.
 */
final class ReturnedNotices implements Closeable {

    static final String NOTICE = "notice";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The header is the first line. */
    private static final int FIRST_LINE = 2;

    private final CSVParser csv;
    private final Iterator<CSVRecord> records;
    private final int column;

    /** @throws Refusal {@code NOTICE_LIST_LACKS_COLUMN} */
    ReturnedNotices(Reader file) throws IOException {
        BufferedReader lines = new BufferedReader(file);
        String header = header(lines);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(header))
                .setIgnoreEmptyLines(true)
                .get();
        this.column = column(header, format);
        this.csv = format.parse(lines);
        this.records = csv.iterator();
    }

    /**
     * The next ones, at most so many; none at the end of the file.
     *
     * @throws Refusal {@code NOTICE_LIST_LINE_MALFORMED}
     */
    List<Notice> next(int limit) throws IOException {
        List<Notice> notices = new ArrayList<>();
        long line = csv.getCurrentLineNumber() + FIRST_LINE;
        try {
            while (notices.size() < limit && records.hasNext()) {
                CSVRecord fields = records.next();
                if (fields.stream().anyMatch(field -> !field.isBlank())) {
                    notices.add(notice(fields, line));
                }
                line = csv.getCurrentLineNumber() + FIRST_LINE;
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw malformed(line);
            }
            throw e.getCause();
        }
        return notices;
    }

    private Notice notice(CSVRecord fields, long line) {
        if (column >= fields.size()) {
            throw malformed(line);
        }
        return NoticeKey.parse(fields.get(column).strip()).orElseThrow(() -> malformed(line));
    }

    private static Refusal malformed(long line) {
        return new Refusal(RefusalCode.NOTICE_LIST_LINE_MALFORMED, "line", line);
    }

    private static String header(BufferedReader lines) throws IOException {
        String first = lines.readLine();
        if (first == null) {
            return "";
        }
        return first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first;
    }

    private static char separator(String header) {
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static int column(String header, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(header, format)) {
            int column = parser.stream()
                    .findFirst()
                    .map(fields -> fields.stream().map(String::strip).toList().indexOf(NOTICE))
                    .orElse(-1);
            if (column >= 0) {
                return column;
            }
        } catch (UncheckedIOException e) {
            // A header that cannot be read has no such column either.
        }
        throw new Refusal(RefusalCode.NOTICE_LIST_LACKS_COLUMN, "column", NOTICE);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
