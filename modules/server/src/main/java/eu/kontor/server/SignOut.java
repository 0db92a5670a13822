package eu.kontor.server;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs a person out here and at Keycloak (OpenID Connect RP-Initiated Logout 1.0). With the id token as a hint Keycloak does not ask
 * once more.
 */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient LibertySubject subject;
    private final String keycloakUrl;
    private final String portalUrl;

    @Inject
    public SignOut(
            LibertySubject subject,
            @ConfigProperty(name = "kontor.keycloak.url", defaultValue = "http://localhost:9180") String keycloakUrl,
            @ConfigProperty(name = "kontor.portal.url", defaultValue = "http://localhost:9080") String portalUrl) {
        this.subject = subject;
        this.keycloakUrl = keycloakUrl;
        this.portalUrl = portalUrl;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> idToken = subject.idToken();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.logout();
        response.sendRedirect(keycloakUrl + "/realms/coalition/protocol/openid-connect/logout?client_id=kontor-portal"
                + "&post_logout_redirect_uri=" + encode(portalUrl + "/")
                + idToken.map(token -> "&id_token_hint=" + encode(token)).orElse(""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
