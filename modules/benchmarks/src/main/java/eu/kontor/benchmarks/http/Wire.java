package eu.kontor.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One kept connection with at most one request under way: as much of HTTP/1.1 as the server under test speaks. */
final class Wire implements AutoCloseable {

    private static final int FIRST_BUFFER_BYTES = 4_096;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_DIGITS = 3;
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final Till till;
    private byte[] received = new byte[FIRST_BUFFER_BYTES];
    private int length;
    private int bodyAt;
    private int contentLength;
    private long sentFor;

    Wire(InetSocketAddress server, Selector selector, Till till) throws IOException {
        this.till = till;
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    Till till() {
        return till;
    }

    /** Nanoseconds at which the request under way was sent, or was to be sent. */
    long sentFor() {
        return sentFor;
    }

    /** A request is smaller than a socket's buffer, which is empty when none is under way. */
    void send(long nanos) throws IOException {
        sentFor = nanos;
        length = 0;
        bodyAt = 0;
        ByteBuffer request = ByteBuffer.wrap(till.next());
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** @return the answer once all of it has arrived */
    Optional<Answer> receive() throws IOException {
        if (length == received.length) {
            received = Arrays.copyOf(received, length * 2);
        }
        int count = channel.read(ByteBuffer.wrap(received, length, received.length - length));
        if (count < 0) {
            throw new EOFException("the server closed a kept connection");
        }
        length += count;
        if (bodyAt == 0) {
            readHeaders();
        }
        return isComplete() ? Optional.of(new Answer(status(), received, bodyAt, length)) : Optional.empty();
    }

    private void readHeaders() {
        int end = find(END_OF_HEADERS, 0, length);
        if (end >= 0) {
            bodyAt = end + END_OF_HEADERS.length;
            String headers = new String(received, 0, end, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT) + "\r\n";
            int at = headers.indexOf("\r\ncontent-length:");
            contentLength = -1;
            if (at >= 0) {
                int colon = headers.indexOf(':', at);
                contentLength = Integer.parseInt(headers.substring(colon + 1, headers.indexOf("\r\n", colon))
                        .strip());
            }
        }
    }

    private boolean isComplete() {
        if (bodyAt == 0) {
            return false;
        }
        return contentLength >= 0
                ? length - bodyAt >= contentLength
                : find(LAST_CHUNK, length - LAST_CHUNK.length, length) >= 0;
    }

    private int status() {
        return Integer.parseInt(new String(received, STATUS_AT, STATUS_DIGITS, StandardCharsets.US_ASCII));
    }

    private int find(byte[] wanted, int from, int to) {
        for (int at = Math.max(0, from); at <= to - wanted.length; at++) {
            if (Arrays.equals(received, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
