package eu.kontor.benchmarks.http;

import java.nio.charset.StandardCharsets;

/** The requests of one tenant's service account, as bytes; what is the same in all of them is made once. */
final class Requests {

    private final String common;

    Requests(int port, String token) {
        common = "Host: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token + "\r\nAccept: application/json\r\n";
    }

    byte[] get(String path) {
        return bytes("GET /api/v1" + path + " HTTP/1.1\r\n" + common + "\r\n");
    }

    byte[] post(String path, String key, String json) {
        return bytes(
                "POST /api/v1" + path + " HTTP/1.1\r\n" + common + "Content-Type: application/json\r\nIdempotency-Key: "
                        + key + "\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    /** Everything we send is ASCII, so that a character is a byte. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
