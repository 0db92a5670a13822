package eu.kontor.rest.caller;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Takes what the server says to a caller whose token it refuses, and says nothing: the answer is ours. */
final class Unanswered extends HttpServletResponseWrapper {

    Unanswered(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {}

    @Override
    public void sendError(int status, String message) {}

    @Override
    public void setStatus(int status) {}

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void addHeader(String name, String value) {}

    @Override
    public void addCookie(Cookie cookie) {}
}
