package eu.kontor.it.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as they are, also such that no client would send, and reads what comes back. */
final class RawHttp {

    /** No request of a test takes as long. */
    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final String host;
    private final int port;

    RawHttp(String address) {
        URI uri = URI.create(address);
        host = uri.getHost();
        port = uri.getPort();
    }

    /** @param headers in small letters; of several with a name, the last one */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /**
     * @param target path and query, as they are
     * @param headers name and value, as they are
     */
    Answer send(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\n");
        head.append("Host: ").append(host).append(':').append(port).append("\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(head.toString().getBytes(StandardCharsets.UTF_8));
            request.write(body);
            try {
                socket.getOutputStream().write(request.toByteArray());
            } catch (IOException refusedBeforeItsEnd) {
                // The answer may be there already: what is too large is refused while it is sent.
            }
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(method + ' ' + target, e);
        }
    }

    private static Answer answer(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        String body = text.substring(end + 4);
        boolean isChunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
        String whole = isChunked ? joined(body) : body;
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                headers,
                new String(whole.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String joined(String chunks) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int length =
                    Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
            if (length == 0) {
                break;
            }
            whole.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return whole.toString();
    }
}
