package eu.kontor.rest.download;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file that is saved under a name. It is written after the status has been sent: whatever may refuse must be asked before, or the
 * caller gets half a file instead of a problem.
 */
public final class Download {

    private Download() {}

    /** In UTF-8. */
    public static Response csv(String name, StreamingOutput content) {
        return csv(name, StandardCharsets.UTF_8, content);
    }

    public static Response csv(String name, Charset encoding, StreamingOutput content) {
        return file("text/csv", name, encoding, content);
    }

    /** In UTF-8. */
    public static Response text(String name, StreamingOutput content) {
        return file("text/plain", name, StandardCharsets.UTF_8, content);
    }

    public static Response pdf(String name, StreamingOutput content) {
        return named(Response.ok(content, "application/pdf"), name);
    }

    private static Response file(String type, String name, Charset encoding, StreamingOutput content) {
        return named(Response.ok(content, type + ";charset=" + encoding.name()), name);
    }

    private static Response named(Response.ResponseBuilder answer, String name) {
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }
}
