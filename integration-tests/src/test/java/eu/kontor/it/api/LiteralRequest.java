package eu.kontor.it.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as it is written, for what no client library would send. */
public final class LiteralRequest {

    private static final int PATIENCE_MILLISECONDS = 10_000;

    /** Enough for the head of an answer and what follows it. */
    private static final int MOST_BYTES = 65_536;

    private LiteralRequest() {}

    /** @return what came until the other end closed, or the first part of it */
    public static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** @return the first line of the answer, after which nobody listens any more */
    public static String statusLine(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder line = new StringBuilder();
            for (int read = socket.getInputStream().read();
                    read >= 0 && read != '\r';
                    read = socket.getInputStream().read()) {
                line.append((char) read);
            }
            return line.toString();
        }
    }
}
