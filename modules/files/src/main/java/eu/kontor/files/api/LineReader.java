package eu.kontor.files.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The lines of a file as bytes, from any position, in constant memory. Lines end with LF, CRLF or CR; a byte order mark of UTF-8 at
 * the beginning is passed over. Works for every encoding in which a line feed is the byte 10 and nothing else is. A line above
 * {@link #MAX_LINE_BYTES} is passed over but for its beginning.
 */
public final class LineReader implements AutoCloseable {

    /** Longer than any record of a till by far; a file without line ends is noticed before it fills the memory. */
    public static final int MAX_LINE_BYTES = 64 * 1024;

    /** Behind the number of a line whose place in the file is not its place in the original. */
    public static final byte NUMBER_END = 0x1F;

    /** Of a line that is too long: enough to find it in the original. */
    private static final int KEPT_BYTES = 1_000;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final FileChannel channel;
    private final boolean isNumbered;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] lineBytes = buffer;
    private int from;
    private int to;
    private long position;
    private long lineNumber;
    private int lineStart;
    private int lineLength;
    private boolean isTooLong;

    public LineReader(Path file, long position, long linesBefore) throws IOException {
        this(file, position, linesBefore, false);
    }

    /**
     * @param position of a line's first byte
     * @param linesBefore how many lines lie before it
     * @param isNumbered whether each line begins with its number
     */
    public LineReader(Path file, long position, long linesBefore, boolean isNumbered) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.channel.position(position);
        this.position = position;
        this.lineNumber = linesBefore;
        this.isNumbered = isNumbered;
        if (position == 0 && startsWithMark()) {
            from = BYTE_ORDER_MARK.length;
            this.position = from;
        }
    }

    /** Whether the file says of itself that it is UTF-8. */
    static boolean hasByteOrderMark(Path file) throws IOException {
        try (LineReader lines = new LineReader(file, 0, 0)) {
            return lines.position() > 0;
        }
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     */
    public boolean next() throws IOException {
        int scanned = 0;
        while (true) {
            for (int i = from + scanned; i < to; i++) {
                byte each = buffer[i];
                if (each <= '\r' && (each == '\n' || each == '\r')) {
                    int length = i - from;
                    take(length, each == '\n' ? 1 : endBytes(length));
                    return true;
                }
            }
            scanned = to - from;
            if (scanned > MAX_LINE_BYTES) {
                passOver();
                return true;
            }
            if (!fill()) {
                if (scanned == 0) {
                    return false;
                }
                take(scanned, 0);
                return true;
            }
        }
    }

    /** Counted from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** Of the first byte behind the current line and its end. */
    public long position() {
        return position;
    }

    /** The array that holds the line, valid until {@link #next}. */
    public byte[] buffer() {
        return lineBytes;
    }

    public int lineStart() {
        return lineStart;
    }

    /** Without the line's end; of a line that is too long, its beginning. */
    public int lineLength() {
        return lineLength;
    }

    public boolean isTooLong() {
        return isTooLong;
    }

    /** Of a carriage return at {@code length} bytes behind the line's beginning, with a line feed that follows it. */
    private int endBytes(int length) throws IOException {
        if (from + length + 1 >= to) {
            fill();
        }
        return from + length + 1 < to && buffer[from + length + 1] == '\n' ? 2 : 1;
    }

    private void take(int length, int endBytes) {
        lineNumber++;
        lineBytes = buffer;
        lineStart = from;
        isTooLong = length > MAX_LINE_BYTES;
        lineLength = isTooLong ? KEPT_BYTES : length;
        from += length + endBytes;
        position += length + endBytes;
        readNumber();
    }

    private void passOver() throws IOException {
        byte[] kept = Arrays.copyOfRange(buffer, from, from + KEPT_BYTES);
        lineNumber++;
        boolean goesOn = true;
        while (goesOn) {
            int end = from;
            while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            position += end - from;
            from = end;
            goesOn = from == to && fill();
        }
        if (from < to) {
            int endBytes = buffer[from] == '\n' ? 1 : endBytes(0);
            from += endBytes;
            position += endBytes;
        }
        lineBytes = kept;
        lineStart = 0;
        lineLength = KEPT_BYTES;
        isTooLong = true;
        readNumber();
    }

    private void readNumber() {
        if (!isNumbered) {
            return;
        }
        long number = 0;
        int digits = 0;
        while (digits < lineLength && lineBytes[lineStart + digits] != NUMBER_END) {
            number = number * 10 + lineBytes[lineStart + digits] - '0';
            digits++;
        }
        lineNumber = number;
        lineStart += Math.min(digits + 1, lineLength);
        lineLength -= Math.min(digits + 1, lineLength);
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = channel.read(ByteBuffer.wrap(buffer, to, buffer.length - to));
        if (read <= 0) {
            return false;
        }
        to += read;
        return true;
    }

    private boolean startsWithMark() throws IOException {
        while (to < BYTE_ORDER_MARK.length && fill()) {
            continue;
        }
        return to >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
