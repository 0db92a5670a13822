package eu.kontor.feeds.persistence;

import eu.kontor.files.api.FirstLines;
import eu.kontor.files.api.PlainFile;
import eu.kontor.files.api.RecordReader;
import eu.kontor.files.api.TableRecord;
import eu.kontor.files.api.TableShape;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of a file of which nothing is known.
 *
 * @param header the widest of the first lines, and the first of those
 */
public record FileSample(Charset encoding, List<String> header, List<List<String>> rows) {

    private static final int ROWS = 200;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** @return empty when no line has two fields */
    static Optional<FileSample> of(PlainFile.Plain plain) throws IOException {
        FirstLines first = new FirstLines(plain.file());
        FirstLines.Candidates lines = first.candidates(StandardCharsets.UTF_8, Optional.empty());
        Charset encoding = StandardCharsets.UTF_8;
        if (lines.unreadable().isPresent()) {
            encoding = WESTERN;
            lines = first.candidates(WESTERN, Optional.empty());
        }
        Optional<FirstLines.Candidate> header = lines.lines().stream()
                .filter(line -> line.fields().size() > 1)
                .max(Comparator.<FirstLines.Candidate>comparingInt(line -> filled(line.fields()))
                        .thenComparing(Comparator.comparingLong(FirstLines.Candidate::line)
                                .reversed()));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FileSample(encoding, header.get().fields(), rows(plain, header.get(), encoding)));
    }

    private static List<List<String>> rows(PlainFile.Plain plain, FirstLines.Candidate header, Charset encoding)
            throws IOException {
        int width = header.fields().size();
        TableShape shape = new TableShape(
                encoding,
                header.separator(),
                header.line(),
                width,
                width,
                false,
                plain.isSheet(),
                false,
                fields -> false);
        List<List<String>> rows = new ArrayList<>();
        try (RecordReader records = new RecordReader(plain.file(), shape, RecordReader.Position.START)) {
            Optional<TableRecord> record = records.next();
            while (record.isPresent() && rows.size() < ROWS) {
                if (!record.get().isBlank()) {
                    rows.add(record.get().fields());
                }
                record = records.next();
            }
        }
        return rows;
    }

    private static int filled(List<String> fields) {
        return (int) fields.stream().filter(field -> !field.isBlank()).count();
    }
}
