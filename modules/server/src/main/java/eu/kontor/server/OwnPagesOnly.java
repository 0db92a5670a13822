package eu.kontor.server;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A browser says which page a request comes from ({@code Origin}, RFC 6454). What a page of somebody else sends with our cookie is refused: a web
 * socket, which no same-origin policy keeps back, and whatever changes something. The API knows no cookies and is asked by machines.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OwnPagesOnly extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final String ownOrigin;

    /** @param portalUrl as browsers name this server */
    @Inject
    public OwnPagesOnly(
            @ConfigProperty(name = "kontor.portal.url", defaultValue = "http://localhost:9080") String portalUrl) {
        this.ownOrigin = originOf(portalUrl);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (actsForSomebody(request) && !isOwn(request)) {
            // Without a word: whoever reads it is a page of somebody else's.
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentLength(0);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean actsForSomebody(HttpServletRequest request) {
        boolean isReading = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        boolean isWebSocket = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
        return (isWebSocket || !isReading) && !request.getRequestURI().startsWith("/api/");
    }

    /** What is no browser sends none; a web socket always comes from one. The own one is also what the browser has in its address line. */
    private boolean isOwn(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return request.getHeader("Upgrade") == null;
        }
        String spokenTo = request.getScheme() + "://" + request.getHeader("Host");
        return origin.equals(ownOrigin) || originOf(spokenTo).equals(origin);
    }

    /** Scheme, host and port, without the port that the scheme has anyway. */
    static String originOf(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            int usual = "https".equals(scheme) ? 443 : 80;
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            return scheme + "://" + host + (uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
