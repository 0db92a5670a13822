package eu.kontor.files.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines among which the header of a table is: exports write the shop's name and the period before it, and some a line
 * {@code sep=;} that says the separator.
 */
public final class FirstLines {

    /** No export writes more about itself before it begins. */
    private static final int LINES_LOOKED_AT = 20;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    private final List<Line> lines = new ArrayList<>();
    private final boolean isMarked;

    private record Line(long number, byte[] bytes) {}

    /** A line that may be the header. */
    public record Candidate(long line, List<String> fields, char separator) {}

    /** @param unreadable the line that is no text in this encoding, if there is one; those behind it were not looked at */
    public record Candidates(List<Candidate> lines, Optional<Long> unreadable) {}

    public FirstLines(Path file) throws IOException {
        this.isMarked = LineReader.hasByteOrderMark(file);
        try (LineReader reader = new LineReader(file, 0, 0)) {
            while (lines.size() < LINES_LOOKED_AT && reader.next()) {
                if (reader.lineLength() > 0 && !reader.isTooLong()) {
                    int from = reader.lineStart();
                    byte[] bytes = Arrays.copyOfRange(reader.buffer(), from, from + reader.lineLength());
                    lines.add(new Line(reader.lineNumber(), bytes));
                }
            }
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether the file says of itself that it is UTF-8. */
    public boolean isMarked() {
        return isMarked;
    }

    /** @param separator empty when each line shows its own */
    public Candidates candidates(Charset encoding, Optional<Character> separator) {
        List<Candidate> candidates = new ArrayList<>();
        Optional<Character> said = Optional.empty();
        for (Line line : lines) {
            Optional<String> text = decode(line.bytes(), encoding);
            if (text.isEmpty()) {
                return new Candidates(candidates, Optional.of(line.number()));
            }
            Matcher separatorLine = SEPARATOR_LINE.matcher(text.get());
            if (separatorLine.matches()) {
                said = Optional.of(separatorLine.group(1).charAt(0));
            } else {
                char between = said.or(() -> separator).orElseGet(() -> shown(text.get()));
                candidates.add(new Candidate(line.number(), RecordReader.fields(text.get(), between), between));
            }
        }
        return new Candidates(candidates, Optional.empty());
    }

    private static Optional<String> decode(byte[] line, Charset encoding) {
        try {
            return Optional.of(encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static char shown(String header) {
        char best = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            if (occurrences(header, candidate) > occurrences(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long occurrences(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
