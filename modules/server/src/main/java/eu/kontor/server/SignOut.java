package eu.kontor.server;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs a person out at Keycloak and here, in all tabs of the browser. Keycloak is told by this server, so that no token is ever in an
 * address. Only a page of ours may ask for it: a foreign one could otherwise sign people out.
 */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient LibertySubject subject;
    private final transient KeycloakSessions sessions;
    private final transient LibertySignIn signIn;
    private final String ourOrigin;

    @Inject
    public SignOut(
            LibertySubject subject,
            KeycloakSessions sessions,
            LibertySignIn signIn,
            @ConfigProperty(name = "kontor.portal.url", defaultValue = "http://localhost:9080") String portalUrl) {
        this.subject = subject;
        this.sessions = sessions;
        this.signIn = signIn;
        this.ourOrigin = originOf(URI.create(portalUrl));
    }

    /** Who follows a link, or came by signing in just now, is asked; nothing is done. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignOutPage.ask(request, response, signIn.formsMayLeadTo());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!isAskedByUs(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Optional<String> refreshToken = subject.refreshToken();
        boolean isEndedThere = refreshToken.isPresent() && sessions.end(refreshToken.get());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        SignOutPage.done(request, response, isEndedThere);
    }

    private boolean isAskedByUs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null ? site.equals("same-origin") : ourOrigin.equals(request.getHeader("Origin"));
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
