package eu.kontor.benchmarks.http;

import java.nio.charset.StandardCharsets;

/** A whole answer; the body is read only where somebody asks for it. */
public record Answer(int status, byte[] bytes, int bodyAt, int end) {

    private static final int FIRST_FAILURE = 300;

    public boolean isFailure() {
        return status >= FIRST_FAILURE;
    }

    public String body() {
        return new String(bytes, bodyAt, end - bodyAt, StandardCharsets.UTF_8);
    }

    /** The text of a field of a JSON object, the first of that name; the body is not parsed for it. */
    public String field(String name) {
        String body = body();
        String before = '"' + name + "\":\"";
        int begin = body.indexOf(before);
        if (begin < 0) {
            throw new IllegalStateException("no field " + name + " in " + body);
        }
        begin += before.length();
        return body.substring(begin, body.indexOf('"', begin));
    }
}
