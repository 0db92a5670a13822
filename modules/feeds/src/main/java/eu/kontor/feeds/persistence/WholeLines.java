package eu.kontor.feeds.persistence;

import eu.kontor.files.api.PlainFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a text as they are, each with its end: LF, CRLF or CR, as feeds are read; in UTF-16 a character is two bytes, of which one may look like an end. */
final class WholeLines {

    private static final int LOOKED_AT_BYTES = 4 * 1024;
    private static final int LONGEST_BYTES = 1 << 20;

    private final InputStream in;
    private final Optional<Charset> wide;
    private final byte[] mark;

    /** @param in supports marks */
    WholeLines(InputStream in) throws IOException {
        this.in = in;
        in.mark(LOOKED_AT_BYTES);
        byte[] head = in.readNBytes(LOOKED_AT_BYTES);
        in.reset();
        this.wide = PlainFile.wideCharset(head);
        this.mark = in.readNBytes(markBytes(head));
    }

    /** Of the bytes' order or the encoding; belongs to the text and not to its first line. */
    byte[] mark() {
        return mark;
    }

    /** Empty at the end of the text. */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] each = character();
        while (each.length > 0) {
            line.writeBytes(each);
            if (is('\n', each)) {
                break;
            }
            if (is('\r', each)) {
                in.mark(2);
                byte[] after = character();
                if (is('\n', after)) {
                    line.writeBytes(after);
                } else {
                    in.reset();
                }
                break;
            }
            if (line.size() > LONGEST_BYTES) {
                throw new UnreadableFile("a line longer than any record");
            }
            each = character();
        }
        return line.toByteArray();
    }

    /** What ends a line, and nothing of what it says. */
    byte[] endOf(byte[] line) {
        int width = width();
        int begin = line.length;
        while (begin >= width && isEnd(Arrays.copyOfRange(line, begin - width, begin))) {
            begin -= width;
        }
        return Arrays.copyOfRange(line, begin, line.length);
    }

    private boolean isEnd(byte[] character) {
        return is('\n', character) || is('\r', character);
    }

    private byte[] character() throws IOException {
        return in.readNBytes(width());
    }

    private int width() {
        return wide.isPresent() ? 2 : 1;
    }

    private boolean is(char wanted, byte[] character) {
        if (character.length != width()) {
            return false;
        }
        if (wide.isEmpty()) {
            return character[0] == wanted;
        }
        boolean isLittle = wide.get().equals(StandardCharsets.UTF_16LE);
        return character[isLittle ? 0 : 1] == wanted && character[isLittle ? 1 : 0] == 0;
    }

    private int markBytes(byte[] head) {
        if (wide.isPresent()) {
            int first = (head[0] & 0xff) << 8 | head[1] & 0xff;
            return first == 0xFEFF || first == 0xFFFE ? 2 : 0;
        }
        return head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
    }
}
