package eu.kontor.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests are due a hundred times a second for half a second; the server answers all, but falls asleep before the end. */
class AServerThatStallsIsChargedTest {

    private static final int PER_SECOND = 100;
    private static final Duration MEASURED = Duration.ofMillis(500);
    private static final int DUE = 50;
    private static final int AWAKE_FOR_REQUESTS = 20;
    private static final long SLEEP_MILLISECONDS = 600;

    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    @Test
    void for_everything_that_was_due_while_it_slept() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server));
            try (Traffic traffic = new Traffic(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()),
                    1,
                    number -> new Asking())) {
                Traffic.Result result = traffic.open(PER_SECOND, Duration.ZERO, MEASURED);

                assertThat(result.latencies().getTotalCount()).isBetween(DUE - 1L, DUE + 1L);
                assertThat(result.milliseconds(100)).isGreaterThanOrEqualTo(SLEEP_MILLISECONDS);
                assertThat(result.milliseconds(50)).isGreaterThan(SLEEP_MILLISECONDS / 3.0);
                assertThat(result.perSecond()).isLessThan(PER_SECOND * 0.8);
            }
        }
    }

    private static void serve(ServerSocket server) {
        try (Socket connection = server.accept()) {
            InputStream requests = connection.getInputStream();
            for (int number = 0; requests.readNBytes(REQUEST.length).length > 0; number++) {
                if (number == AWAKE_FOR_REQUESTS) {
                    TimeUnit.MILLISECONDS.sleep(SLEEP_MILLISECONDS);
                }
                connection.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Asking implements Till {
        @Override
        public byte[] next() {
            return REQUEST;
        }

        @Override
        public boolean answered(Answer answer) {
            return true;
        }
    }
}
