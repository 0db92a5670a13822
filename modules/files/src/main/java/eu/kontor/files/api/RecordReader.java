package eu.kontor.files.api;

import eu.kontor.kernel.CellText;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a file, one after another, from any record's beginning. A quotation mark that is never closed costs its own line
 * and no other: lines are joined to one record only if the result has exactly the header's fields.
 */
public final class RecordReader implements AutoCloseable {

    /** An address or a note in a quoted field has fewer lines. */
    private static final int MAX_LINES_OF_RECORD = 20;

    /** What a person sees in the place of a character that no text has. */
    private static final char NUL_SHOWN = '\uFFFD';

    private final LineReader lines;
    private final TableShape shape;
    private final char separator;
    private final CSVFormat quoted;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private Position position;

    /**
     * Where the next record begins.
     *
     * @param linesBefore how many lines lie before it, with the header and empty ones
     */
    public record Position(long bytes, long linesBefore) {
        public static final Position START = new Position(0, 0);
    }

    /** @param flaw of a line that is no text, whatever stands in it */
    private record Line(long number, String text, Optional<Refusal> flaw, Position after) {}

    /** @param from where to begin; {@link Position#START} passes over the header and what stands before it */
    public RecordReader(Path file, TableShape shape, Position from) throws IOException {
        this.lines = new LineReader(file, from.bytes(), from.linesBefore(), shape.isNumbered());
        this.shape = shape;
        this.separator = shape.separator();
        this.quoted = quotedFormat(separator);
        this.position = from;
        if (from.equals(Position.START) && !shape.isNumbered()) {
            passOverHeader();
        }
    }

    /** Of one line, such as a header. */
    public static List<String> fields(String text, char separator) {
        return parse(text, quotedFormat(separator)).orElseGet(() -> split(text, separator));
    }

    /** @return the next record, or empty at the end of the file */
    public Optional<TableRecord> next() throws IOException {
        Line first = poll();
        if (first == null) {
            return Optional.empty();
        }
        if (first.flaw().isPresent()) {
            return Optional.of(new TableRecord(first.number(), 1, first.text(), List.of(), first.flaw()));
        }
        if (first.text().indexOf('"') < 0) {
            return Optional.of(record(first, 1, first.text(), split(first.text(), separator)));
        }
        Optional<List<String>> alone = parse(first.text(), quoted);
        if (alone.isPresent()) {
            return Optional.of(record(first, 1, first.text(), alone.get()));
        }
        return Optional.of(joined(first)
                .orElseGet(() -> new TableRecord(
                        first.number(),
                        1,
                        first.text(),
                        List.of(),
                        Optional.of(new Refusal(RefusalCode.FEED_QUOTE_OPEN)))));
    }

    /** Behind the record that {@link #next} returned last. */
    public Position position() {
        return position;
    }

    private TableRecord record(Line first, int count, String text, List<String> found) {
        boolean isShort = shape.isSheet() && found.size() < shape.fields();
        List<String> sent = isShort ? padded(found) : found;
        List<String> fields =
                shape.isMarked() ? sent.stream().map(CellText::original).toList() : sent;
        String raw = isShort ? text + String.valueOf(separator).repeat(shape.fields() - found.size()) : text;
        if (shape.isUncorrected().test(fields)) {
            return new TableRecord(
                    first.number(), count, raw, fields, Optional.of(new Refusal(RefusalCode.FEED_LINE_UNCORRECTED)));
        }
        if (isComplete(fields)) {
            return new TableRecord(first.number(), count, raw, fields, Optional.empty());
        }
        Refusal refusal =
                new Refusal(RefusalCode.FEED_LINE_MALFORMED, "actual", fields.size(), "expected", shape.ownFields());
        return new TableRecord(first.number(), count, raw, fields, Optional.of(refusal));
    }

    private List<String> padded(List<String> fields) {
        List<String> padded = new ArrayList<>(fields);
        while (padded.size() < shape.fields()) {
            padded.add("");
        }
        return padded;
    }

    private boolean isComplete(List<String> fields) {
        return fields.size() == shape.fields() || fields.size() == shape.ownFields();
    }

    private Optional<TableRecord> joined(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        List<Line> following = new ArrayList<>();
        Optional<TableRecord> found = Optional.empty();
        while (found.isEmpty() && following.size() + 1 < MAX_LINES_OF_RECORD) {
            Line line = poll();
            if (line == null) {
                break;
            }
            following.add(line);
            if (line.flaw().isPresent()) {
                break;
            }
            text.append('\n').append(line.text());
            if (line.text().indexOf('"') >= 0) {
                found = parse(text.toString(), quoted)
                        .filter(this::isComplete)
                        .map(fields -> record(first, following.size() + 1, text.toString(), fields));
            }
        }
        if (found.isEmpty()) {
            following.reversed().forEach(ahead::addFirst);
            position = first.after();
        }
        return found;
    }

    private void passOverHeader() throws IOException {
        Line line = poll();
        while (line != null && line.number() < shape.headerLine()) {
            line = poll();
        }
    }

    private Line poll() throws IOException {
        Line line = ahead.isEmpty() ? read() : ahead.pollFirst();
        if (line != null) {
            position = line.after();
        }
        return line;
    }

    private Line read() throws IOException {
        while (lines.next()) {
            if (lines.lineLength() > 0) {
                String text = new String(lines.buffer(), lines.lineStart(), lines.lineLength(), shape.encoding());
                Position after = new Position(lines.position(), lines.lineNumber());
                boolean isFlawless = !lines.isTooLong() && text.indexOf('\0') < 0;
                return isFlawless
                        ? new Line(lines.lineNumber(), text, Optional.empty(), after)
                        : new Line(
                                lines.lineNumber(),
                                text.replace('\0', NUL_SHOWN),
                                Optional.of(flaw(lines.isTooLong())),
                                after);
            }
        }
        return null;
    }

    private static Refusal flaw(boolean isTooLong) {
        return isTooLong
                ? new Refusal(RefusalCode.FEED_LINE_TOO_LONG, "limit", LineReader.MAX_LINE_BYTES)
                : new Refusal(RefusalCode.FEED_LINE_HAS_NUL);
    }

    private static CSVFormat quotedFormat(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    private static Optional<List<String>> parse(String text, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static List<String> split(String text, char separator) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            fields.add(text.substring(from, to));
            from = to + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
