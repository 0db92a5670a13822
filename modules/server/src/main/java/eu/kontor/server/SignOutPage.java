package eu.kontor.server;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The pages around signing out, which stand outside the portal: it has no session any more. */
final class SignOutPage {

    private static final String BUNDLE = "eu.kontor.server.signout";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The portal's cookie with the language that the person chose. */
    private static final String LANGUAGE = "kontor-language";

    private SignOutPage() {}

    /** @param signInOrigin to whom it leads when the session is over already */
    static void ask(HttpServletRequest request, HttpServletResponse response, String signInOrigin) throws IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + signInOrigin);
        ResourceBundle words = words(request);
        write(
                request,
                response,
                HttpServletResponse.SC_OK,
                words.getString("ask"),
                words.getString("askSentence"),
                "<form method=\"post\" action=\"/sign-out\"><button>" + words.getString("signOut")
                        + "</button></form><p><a href=\"/\">" + words.getString("stay") + "</a></p>");
    }

    static void done(HttpServletRequest request, HttpServletResponse response, boolean isEndedThere)
            throws IOException {
        ResourceBundle words = words(request);
        write(
                request,
                response,
                isEndedThere ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_GATEWAY,
                words.getString(isEndedThere ? "done" : "half"),
                words.getString(isEndedThere ? "doneSentence" : "halfSentence"),
                "<p><a href=\"/\">" + words.getString("signIn") + "</a></p>");
    }

    private static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
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
                        + " content=\"width=device-width\"><title>"
                        + heading + " · Kontor</title></head><body><main><h1>" + heading + "</h1><p>" + sentence
                        + "</p>"
                        + offer + "</main></body></html>");
    }

    private static ResourceBundle words(HttpServletRequest request) {
        return ResourceBundle.getBundle(BUNDLE, language(request), SignOutPage.class.getClassLoader(), NO_FALLBACK);
    }

    private static Locale language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(LANGUAGE))
                .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
                .filter(language -> !language.getLanguage().isEmpty())
                .findFirst()
                .orElseGet(request::getLocale);
    }
}
