package eu.kontor.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * A heading, a sentence and what can be done, for people, outside the portal: where there is no session, or the portal itself has failed. In
 * the language that this browser remembers, else in its own.
 */
final class PlainPage {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The portal's cookie with the language that the person chose. */
    private static final String LANGUAGE = "kontor-language";

    private PlainPage() {}

    /** @param more elements of the head; those and the offer are written as they are, so that nothing of the request may be in them */
    static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String more,
            String heading,
            String sentence,
            String offer)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("<!doctype html><html lang=\"" + language(request).toLanguageTag()
                        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\">" + more + "<title>"
                        + heading + " · Kontor</title></head><body><main><h1>" + heading + "</h1><p>" + sentence
                        + "</p>"
                        + offer + "</main></body></html>");
    }

    static ResourceBundle words(String bundle, HttpServletRequest request) {
        return ResourceBundle.getBundle(
                "eu.kontor.server." + bundle, language(request), PlainPage.class.getClassLoader(), NO_FALLBACK);
    }

    static Locale language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(LANGUAGE))
                .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
                .filter(language -> !language.getLanguage().isEmpty())
                .findFirst()
                .orElseGet(request::getLocale);
    }
}
