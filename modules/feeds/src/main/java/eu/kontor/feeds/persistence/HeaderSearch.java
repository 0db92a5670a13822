package eu.kontor.feeds.persistence;

import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Header;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the header of a file and the mapping that it fits. What stands before the header, such as the shop's name and the period, is
 * passed over; a first line {@code sep=;} says the separator.
 */
final class HeaderSearch {

    /** No export writes more about itself before it begins. */
    private static final int LINES_LOOKED_AT = 20;

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final String fileName;

    HeaderSearch(Path file, String fileName) {
        this.file = file;
        this.fileName = fileName;
    }

    private record Line(long number, byte[] bytes) {}

    /** How far a line is from being the header of a mapping. */
    private record Miss(FeedMapping mapping, List<String> lacks, int present) {

        boolean isNearerThan(Miss other) {
            return present > 0 && (other == null || lacks.size() < other.lacks.size());
        }
    }

    /** What has kept the mappings from fitting so far. */
    private static final class Misses {
        private Refusal first;
        private Miss nearest;
        private Miss nearestByName;

        void encoding(Refusal refusal) {
            first = first == null ? refusal : first;
        }

        void header(Miss miss) {
            if (miss.mapping().files().isPresent() && (nearestByName == null || miss.isNearerThan(nearestByName))) {
                nearestByName = miss;
            }
            nearest = miss.isNearerThan(nearest) ? miss : nearest;
        }
    }

    FilePrePass.Finding find(List<FeedMapping> configured) throws IOException {
        List<Line> lines = firstLines();
        boolean isMarked = LineReader.hasByteOrderMark(file);
        Misses misses = new Misses();
        for (FeedMapping mapping : candidates(configured)) {
            if (mapping.fitsName(fileName)) {
                Charset encoding = isMarked ? StandardCharsets.UTF_8 : mapping.encoding();
                Optional<FilePrePass.Finding> found = find(mapping, encoding, lines, misses);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw refusal(misses);
    }

    static List<FeedMapping> candidates(List<FeedMapping> configured) {
        List<FeedMapping> candidates = new ArrayList<>(configured);
        for (Layout layout : Layout.values()) {
            candidates.add(FeedMapping.standard(layout));
        }
        return candidates;
    }

    private Optional<FilePrePass.Finding> find(FeedMapping mapping, Charset encoding, List<Line> lines, Misses misses) {
        Optional<Character> said = Optional.empty();
        for (Line line : lines) {
            Optional<String> text = decode(line.bytes(), encoding);
            if (text.isEmpty()) {
                misses.encoding(FilePrePass.wrongEncoding(fileName, encoding, line.number()));
                return Optional.empty();
            }
            Matcher separatorLine = SEPARATOR_LINE.matcher(text.get());
            if (separatorLine.matches()) {
                said = Optional.of(separatorLine.group(1).charAt(0));
                continue;
            }
            char separator = said.or(mapping::separator).orElseGet(() -> separatorOf(text.get()));
            Header header = Header.of(RecordReader.fieldsOfHeader(text.get(), separator), line.number());
            List<String> lacks = header.lacks(mapping);
            if (lacks.isEmpty()) {
                refuseRepeated(header, mapping);
                return Optional.of(new FilePrePass.Finding(mapping, header, separator, encoding, false, 0));
            }
            misses.header(new Miss(mapping, lacks, present(header, mapping)));
        }
        return Optional.empty();
    }

    private void refuseRepeated(Header header, FeedMapping mapping) {
        header.repeats(mapping).ifPresent(column -> {
            throw new Refusal(RefusalCode.FEED_HEADER_REPEATS_COLUMN, "file", fileName, "column", column);
        });
    }

    private Refusal refusal(Misses misses) {
        if (misses.nearestByName != null) {
            return new Refusal(
                    RefusalCode.FEED_HEADER_LACKS_COLUMN,
                    "file",
                    fileName,
                    "column",
                    String.join(", ", misses.nearestByName.lacks()));
        }
        if (misses.nearest != null) {
            return new Refusal(
                    RefusalCode.FEED_FORMAT_NEARLY,
                    "file",
                    fileName,
                    "layout",
                    misses.nearest.mapping().name(),
                    "columns",
                    String.join(", ", misses.nearest.lacks()));
        }
        return misses.first != null ? misses.first : new Refusal(RefusalCode.FEED_FORMAT_UNKNOWN, "file", fileName);
    }

    private static int present(Header header, FeedMapping mapping) {
        return (int) mapping.layout().names().stream()
                .flatMap(name -> mapping.columnsOf(name).stream())
                .filter(column -> header.position(column).isPresent())
                .count();
    }

    private List<Line> firstLines() throws IOException {
        List<Line> found = new ArrayList<>();
        try (LineReader lines = new LineReader(file, 0, 0)) {
            while (found.size() < LINES_LOOKED_AT && lines.next()) {
                if (lines.lineLength() > 0) {
                    found.add(new Line(
                            lines.lineNumber(),
                            Arrays.copyOfRange(
                                    lines.buffer(), lines.lineStart(), lines.lineStart() + lines.lineLength())));
                }
            }
        }
        if (found.isEmpty()) {
            throw new Refusal(RefusalCode.FEED_EMPTY, "file", fileName);
        }
        return found;
    }

    private static Optional<String> decode(byte[] line, Charset encoding) {
        try {
            return Optional.of(
                    FilePrePass.strict(encoding).decode(ByteBuffer.wrap(line)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static char separatorOf(String header) {
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
