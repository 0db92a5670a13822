package eu.kontor.feeds.persistence;

import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Header;
import eu.kontor.files.api.FirstLines;
import eu.kontor.files.api.LineReader;
import eu.kontor.files.api.PlainFile;
import eu.kontor.files.api.TableShape;
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
import java.util.List;

/**
 * What is decided about a file before its first line is posted: which mapping fits its header, whether every byte is text in the
 * mapping's encoding, and how many lines there are. Constant memory.
 */
public final class FilePrePass {

    private final Path file;
    private final String fileName;
    private final boolean isSheet;

    /** @param plain the file as text */
    public FilePrePass(PlainFile.Plain plain, String fileName) {
        this.file = plain.file();
        this.isSheet = plain.isSheet();
        this.fileName = fileName;
    }

    /**
     * @param separator the mapping's, or the one that the file shows
     * @param encoding the mapping's, or UTF-8 where the file begins with its mark
     * @param isArranged whether it was brought into the order of its tickets, each line with its number: see {@link TicketOrder}
     * @param isSheet whether it was the sheet of a workbook
     * @param lines without header, what stands before it, and empty lines
     */
    public record Finding(
            FeedMapping mapping,
            Header header,
            char separator,
            Charset encoding,
            boolean isArranged,
            boolean isSheet,
            long lines) {

        public Finding arranged() {
            return new Finding(mapping, header, separator, encoding, true, isSheet, lines);
        }

        Finding with(long counted) {
            return new Finding(mapping, header, separator, encoding, isArranged, isSheet, counted);
        }

        /** How its records are to be read. */
        public TableShape shape() {
            boolean isRejectFile = header.isRejectFile();
            return new TableShape(
                    encoding,
                    separator,
                    header.lineNumber(),
                    header.names().size(),
                    header.ownFields(),
                    isArranged,
                    isSheet,
                    isRejectFile,
                    isRejectFile ? header::isUncorrected : fields -> false);
        }
    }

    /**
     * @param configured the tenant's own mappings, tried in their order before the documented layouts
     * @throws Refusal {@code FEED_EMPTY}, {@code FEED_WITHOUT_LINES}, {@code FEED_ENCODING_WRONG}, {@code FEED_FORMAT_UNKNOWN},
     *     {@code FEED_HEADER_LACKS_COLUMN}, {@code FEED_HEADER_REPEATS_COLUMN}
     */
    public Finding inspect(List<FeedMapping> configured) throws IOException {
        Finding recognised = recognise(configured);
        long lines = count(recognised);
        if (lines == 0) {
            throw new Refusal(RefusalCode.FEED_WITHOUT_LINES, "file", fileName);
        }
        return recognised.with(lines);
    }

    /** Finds the mapping again for a file that was inspected before, without reading beyond its header. */
    public Finding recognise(List<FeedMapping> configured) throws IOException {
        return new HeaderSearch(new FirstLines(file), fileName, isSheet).find(configured);
    }

    private long count(Finding finding) throws IOException {
        long count = 0;
        CharsetDecoder strict = strict(finding.encoding());
        try (LineReader lines = new LineReader(file, 0, 0)) {
            while (lines.next()) {
                if (lines.lineLength() == 0
                        || lines.lineNumber() <= finding.header().lineNumber()) {
                    continue;
                }
                count++;
                if (!lines.isTooLong() && !isText(lines, strict)) {
                    throw wrongEncoding(fileName, finding.encoding(), lines.lineNumber());
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
            ascii &= bytes[i] >= 0;
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

    static CharsetDecoder strict(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static Refusal wrongEncoding(String fileName, Charset encoding, long line) {
        String name = encoding.equals(StandardCharsets.UTF_8) ? "UTF-8" : encoding.name();
        return new Refusal(RefusalCode.FEED_ENCODING_WRONG, "file", fileName, "encoding", name, "line", line);
    }
}
