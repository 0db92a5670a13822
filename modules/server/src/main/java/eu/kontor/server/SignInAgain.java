package eu.kontor.server;

import eu.kontor.portalkit.shell.BrowserSessions;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Has a person prove again who they are, and brings them back to where they were. The server forgets the sign-in, so that the next
 * address leads to Keycloak, which is asked for a new one however lately the last was ({@code max_age=0}, OpenID Connect Core 3.1.2.1).
 */
@WebServlet(urlPatterns = {SignInAgain.ADDRESS, SignInAgain.BACK})
public class SignInAgain extends HttpServlet {

    static final String ADDRESS = "/sign-in-again";

    /** Whether the person sets up a second factor on the way. */
    static final String SET_UP = "setUp";

    /** Asked for without a sign-in: Liberty's client passes max_age and kc_action of it on to Keycloak. */
    static final String BACK = "/signed-in";

    private static final long serialVersionUID = 1L;

    /** A place of the portal: not another server, and nothing that a header could be split with. */
    private static final Pattern PLACE = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

    private final transient BrowserSessions sessions;

    @Inject
    public SignInAgain(BrowserSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String to = request.getParameter("to");
        String place = to != null && PLACE.matcher(to).matches() ? to : "/";
        if (request.getServletPath().equals(BACK)) {
            request.getSession();
            request.changeSessionId();
            sessions.renew(request.getSession());
            response.sendRedirect(place);
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && site.equals("cross-site")) {
            response.sendRedirect(place);
            return;
        }
        request.logout();
        response.sendRedirect(
                BACK + "?max_age=0" + (request.getParameter(SET_UP) == null ? "" : "&kc_action=CONFIGURE_TOTP") + "&to="
                        + URLEncoder.encode(place, StandardCharsets.UTF_8));
    }
}
