package eu.kontor.files.api;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that somebody sends whole, with a header that names its columns, read at once: as text in UTF-8 or UTF-16, packed, or as a
 * workbook. Lies in a temporary file until it is closed. A line that cannot be read stops none of the others.
 */
public final class SentTable implements Closeable {

    private static final char NO_LETTER = '\uFFFD';

    private final String fileName;
    private final Path received;
    private final Path copy;
    private final Map<String, Integer> positions = new HashMap<>();
    private final RecordReader records;

    /**
     * @param fileName as the sender calls it
     * @param columns that the header must have, in any case and spacing
     * @throws Refusal {@code FEED_EMPTY}, {@code FEED_HEADER_LACKS_COLUMN}, {@code FEED_HEADER_REPEATS_COLUMN}, and those of
     *     {@link PlainFile#make}
     */
    public SentTable(InputStream content, String fileName, List<String> columns) throws IOException {
        this.fileName = fileName;
        this.received = Files.createTempFile("kontor-table", ".sent");
        this.copy = received.resolveSibling(received.getFileName() + ".plain");
        boolean isOpen = false;
        try {
            Files.copy(content, received, StandardCopyOption.REPLACE_EXISTING);
            PlainFile.Plain plain = new PlainFile(received, fileName).make(copy);
            FirstLines.Candidate header = header(plain.file(), fileName, columns);
            mustNameOnce(header, columns);
            for (int i = 0; i < header.fields().size(); i++) {
                positions.putIfAbsent(Words.column(header.fields().get(i)), i);
            }
            int width = header.fields().size();
            TableShape shape = new TableShape(
                    StandardCharsets.UTF_8,
                    header.separator(),
                    header.line(),
                    width,
                    width,
                    false,
                    plain.isSheet(),
                    false,
                    fields -> false);
            this.records = new RecordReader(plain.file(), shape, RecordReader.Position.START);
            isOpen = true;
        } finally {
            if (!isOpen) {
                delete();
            }
        }
    }

    /** The next record that has something in it. */
    public Optional<TableRecord> next() throws IOException {
        Optional<TableRecord> record = records.next();
        while (record.isPresent() && record.get().isBlank()) {
            record = records.next();
        }
        return record.map(this::inEncoding);
    }

    /** Bytes that are no UTF-8 are no letters, whatever stands for them. */
    private TableRecord inEncoding(TableRecord record) {
        if (record.malformed().isPresent() || record.raw().indexOf(NO_LETTER) < 0) {
            return record;
        }
        Refusal refusal = wrongEncoding(fileName, record.lineNumber());
        return new TableRecord(
                record.lineNumber(), record.lines(), record.raw(), record.fields(), Optional.of(refusal));
    }

    private static Refusal wrongEncoding(String fileName, long line) {
        return new Refusal(RefusalCode.FEED_ENCODING_WRONG, "file", fileName, "encoding", "UTF-8", "line", line);
    }

    /** Of two columns nobody can say which one counts. */
    private void mustNameOnce(FirstLines.Candidate header, List<String> columns) {
        List<String> names = header.fields().stream().map(Words::column).toList();
        for (String column : columns) {
            if (Collections.frequency(names, Words.column(column)) > 1) {
                throw new Refusal(RefusalCode.FEED_HEADER_REPEATS_COLUMN, "file", fileName, "column", column);
            }
        }
    }

    /**
     * Without outer spaces, and without what a spreadsheet put around it; empty text when the header has no such column.
     *
     * @throws Refusal {@code FIELD_CHARACTER_FORBIDDEN}
     */
    public String text(TableRecord record, String column) {
        Integer position = positions.get(Words.column(column));
        return position == null ? "" : Excel.unwrapped(record.text(position, column));
    }

    /**
     * A name that consists of digits, such as a telephone number: what a spreadsheet did to it is undone or told.
     *
     * @throws Refusal {@code FIELD_CHARACTER_FORBIDDEN}, {@code FEED_SPOILED_BY_EXCEL}
     */
    public String digits(TableRecord record, String column) {
        return Excel.digits(text(record, column), column);
    }

    /**
     * A card's number, likewise.
     *
     * @throws Refusal {@code FIELD_CHARACTER_FORBIDDEN}, {@code FEED_SPOILED_BY_EXCEL}
     */
    public String card(TableRecord record, String column) {
        return Excel.card(text(record, column), column);
    }

    private static FirstLines.Candidate header(Path file, String fileName, List<String> columns) throws IOException {
        FirstLines first = new FirstLines(file);
        if (first.isEmpty()) {
            throw new Refusal(RefusalCode.FEED_EMPTY, "file", fileName);
        }
        FirstLines.Candidates candidates = first.candidates(StandardCharsets.UTF_8, Optional.empty());
        List<String> nearest = columns;
        for (FirstLines.Candidate candidate : candidates.lines()) {
            List<String> names = candidate.fields().stream().map(Words::column).toList();
            List<String> lacks = columns.stream()
                    .filter(column -> !names.contains(Words.column(column)))
                    .toList();
            if (lacks.isEmpty()) {
                return candidate;
            }
            nearest = lacks.size() < nearest.size() ? lacks : nearest;
        }
        if (candidates.unreadable().isPresent()) {
            throw wrongEncoding(fileName, candidates.unreadable().get());
        }
        throw new Refusal(RefusalCode.FEED_HEADER_LACKS_COLUMN, "file", fileName, "column", String.join(", ", nearest));
    }

    @Override
    public void close() throws IOException {
        records.close();
        delete();
    }

    private void delete() throws IOException {
        Files.deleteIfExists(received);
        PlainFile.discard(copy);
    }
}
