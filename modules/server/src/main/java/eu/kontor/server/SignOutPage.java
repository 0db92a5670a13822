package eu.kontor.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ResourceBundle;

/** The pages around signing out, which stand outside the portal: it has no session any more. */
final class SignOutPage {

    private static final String BUNDLE = "signout";

    private SignOutPage() {}

    /** @param signInOrigin to whom it leads when the session is over already */
    static void ask(HttpServletRequest request, HttpServletResponse response, String signInOrigin) throws IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + signInOrigin);
        ResourceBundle words = PlainPage.words(BUNDLE, request);
        PlainPage.write(
                request,
                response,
                HttpServletResponse.SC_OK,
                "",
                words.getString("ask"),
                words.getString("askSentence"),
                "<form method=\"post\" action=\"/sign-out\"><button>" + words.getString("signOut")
                        + "</button></form><p><a href=\"/\">" + words.getString("stay") + "</a></p>");
    }

    static void done(HttpServletRequest request, HttpServletResponse response, boolean isEndedThere)
            throws IOException {
        ResourceBundle words = PlainPage.words(BUNDLE, request);
        PlainPage.write(
                request,
                response,
                isEndedThere ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_GATEWAY,
                "",
                words.getString(isEndedThere ? "done" : "half"),
                words.getString(isEndedThere ? "doneSentence" : "halfSentence"),
                "<p><a href=\"/\">" + words.getString("signIn") + "</a></p>");
    }
}
