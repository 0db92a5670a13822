package eu.kontor.feeds.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The lines of a file as bytes, from any position, in constant memory. Lines end with LF or CRLF; a byte order mark of UTF-8 at the
 * beginning is passed over. Works for every encoding in which a line feed is the byte 10 and nothing else is.
 */
final class LineReader implements AutoCloseable {

    /** Longer than any record of a till by far; a file without line ends is noticed before it fills the memory. */
    static final int MAX_LINE_BYTES = 64 * 1024;

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final FileChannel channel;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private long position;
    private long lineNumber;
    private int lineStart;
    private int lineLength;

    /**
     * @param position of a line's first byte
     * @param linesBefore how many lines lie before it
     */
    LineReader(Path file, long position, long linesBefore) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.channel.position(position);
        this.position = position;
        this.lineNumber = linesBefore;
        if (position == 0) {
            passOverByteOrderMark();
        }
    }

    /**
     * Goes to the next line.
     *
     * @return false at the end of the file
     * @throws LineTooLong above {@link #MAX_LINE_BYTES}
     */
    boolean next() throws IOException {
        int scanned = 0;
        while (true) {
            for (int i = from + scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    take(i - from, 1);
                    return true;
                }
            }
            scanned = to - from;
            if (scanned > MAX_LINE_BYTES) {
                throw new LineTooLong(lineNumber + 1);
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
    long lineNumber() {
        return lineNumber;
    }

    /** Of the first byte behind the current line and its end. */
    long position() {
        return position;
    }

    /** The array that holds the line, valid until {@link #next}. */
    byte[] buffer() {
        return buffer;
    }

    int lineStart() {
        return lineStart;
    }

    /** Without the line's end. */
    int lineLength() {
        return lineLength;
    }

    private void take(int length, int endBytes) throws LineTooLong {
        lineNumber++;
        if (length > MAX_LINE_BYTES) {
            throw new LineTooLong(lineNumber);
        }
        lineStart = from;
        lineLength = length > 0 && buffer[from + length - 1] == '\r' ? length - 1 : length;
        from += length + endBytes;
        position += length + endBytes;
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

    private void passOverByteOrderMark() throws IOException {
        while (to < BYTE_ORDER_MARK.length && fill()) {
            continue;
        }
        if (to >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            from = BYTE_ORDER_MARK.length;
            position = BYTE_ORDER_MARK.length;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A line has more than {@link #MAX_LINE_BYTES}. */
    static final class LineTooLong extends IOException {
        private final long lineNumber;

        LineTooLong(long lineNumber) {
            super("line " + lineNumber + " is too long");
            this.lineNumber = lineNumber;
        }

        long lineNumber() {
            return lineNumber;
        }
    }
}
