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
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is decided about a file before its first line is posted: which mapping fits its header, whether every byte is text in the
 * mapping's encoding, and how many lines there are. Constant memory.
 */
public final class FilePrePass {

    private final Path file;
    private final String fileName;

    public FilePrePass(Path file, String fileName) {
        this.file = file;
        this.fileName = fileName;
    }

    /**
     * @param separator the mapping's, or the one that the header shows
     * @param lines without header and empty lines
     */
    public record Finding(FeedMapping mapping, Header header, char separator, long lines) {}

    /**
     * @param configured the tenant's own mappings, tried in their order before the documented layouts
     * @throws Refusal {@code FEED_EMPTY}, {@code FEED_WITHOUT_LINES}, {@code FEED_ENCODING_WRONG}, {@code FEED_FORMAT_UNKNOWN},
     *     {@code FEED_HEADER_LACKS_COLUMN}, {@code FEED_LINE_TOO_LONG}
     */
    public Finding inspect(List<FeedMapping> configured) throws IOException {
        try {
            Finding recognised = recognise(configured);
            long lines = count(recognised.mapping().encoding()) - 1;
            if (lines == 0) {
                throw new Refusal(RefusalCode.FEED_WITHOUT_LINES, "file", fileName);
            }
            return new Finding(recognised.mapping(), recognised.header(), recognised.separator(), lines);
        } catch (LineReader.LineTooLong e) {
            throw new Refusal(
                    RefusalCode.FEED_LINE_TOO_LONG,
                    "file",
                    fileName,
                    "line",
                    e.lineNumber(),
                    "limit",
                    LineReader.MAX_LINE_BYTES);
        }
    }

    /** Finds the mapping again for a file that was inspected before, without reading beyond its header. */
    public Finding recognise(List<FeedMapping> configured) throws IOException {
        byte[] headerLine = headerLine();
        Optional<Refusal> lacking = Optional.empty();
        List<FeedMapping> candidates = new ArrayList<>(configured);
        for (Layout layout : Layout.values()) {
            candidates.add(FeedMapping.standard(layout));
        }
        for (FeedMapping mapping : candidates) {
            if (!mapping.fitsName(fileName)) {
                continue;
            }
            Optional<String> text = decode(headerLine, mapping.encoding());
            if (text.isEmpty()) {
                lacking = lacking.or(() -> Optional.of(wrongEncoding(mapping.encoding(), 1)));
                continue;
            }
            char separator = mapping.separator().orElseGet(() -> separatorOf(text.get()));
            Header header = Header.of(RecordReader.fieldsOfHeader(text.get(), separator));
            Optional<String> lacks = header.lacks(mapping);
            if (lacks.isEmpty()) {
                return new Finding(mapping, header, separator, 0);
            }
            if (mapping.files().isPresent()) {
                lacking = lacking.or(() -> Optional.of(
                        new Refusal(RefusalCode.FEED_HEADER_LACKS_COLUMN, "file", fileName, "column", lacks.get())));
            }
        }
        throw lacking.orElseGet(() -> new Refusal(RefusalCode.FEED_FORMAT_UNKNOWN, "file", fileName));
    }

    private byte[] headerLine() throws IOException {
        try (LineReader lines = new LineReader(file, 0, 0)) {
            while (lines.next()) {
                if (lines.lineLength() > 0) {
                    return java.util.Arrays.copyOfRange(
                            lines.buffer(), lines.lineStart(), lines.lineStart() + lines.lineLength());
                }
            }
        }
        throw new Refusal(RefusalCode.FEED_EMPTY, "file", fileName);
    }

    private long count(Charset encoding) throws IOException {
        long count = 0;
        CharsetDecoder strict = strict(encoding);
        try (LineReader lines = new LineReader(file, 0, 0)) {
            while (lines.next()) {
                if (lines.lineLength() == 0) {
                    continue;
                }
                count++;
                if (!isText(lines, strict)) {
                    throw wrongEncoding(encoding, lines.lineNumber());
                }
            }
        }
        return count;
    }

    private static boolean isText(LineReader lines, CharsetDecoder strict) {
        byte[] bytes = lines.buffer();
        int end = lines.lineStart() + lines.lineLength();
        boolean ascii = true;
        for (int i = lines.lineStart(); i < end; i++) {
            if (bytes[i] == 0) {
                return false;
            }
            ascii &= bytes[i] > 0;
        }
        if (ascii) {
            return true;
        }
        try {
            strict.decode(ByteBuffer.wrap(bytes, lines.lineStart(), lines.lineLength()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<String> decode(byte[] line, Charset encoding) {
        for (byte each : line) {
            if (each == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(strict(encoding).decode(ByteBuffer.wrap(line)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static CharsetDecoder strict(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static char separatorOf(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (occurrences(header, candidate) > occurrences(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long occurrences(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private Refusal wrongEncoding(Charset encoding, long line) {
        String name = encoding.equals(StandardCharsets.UTF_8) ? "UTF-8" : encoding.name();
        return new Refusal(RefusalCode.FEED_ENCODING_WRONG, "file", fileName, "encoding", name, "line", line);
    }
}
