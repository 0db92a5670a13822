package eu.kontor.rest.problem;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.rest.caller.AcceptedLanguage;
import eu.kontor.rest.json.JsonBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Locale;

/**
 * Lets no request pass whose address is none (RFC 3986), such as {@code ?cursor=%zz}: what is behind reads it in many places, and each would
 * fail in its own way.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ReadableAddress extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String SOMEWHERE = "http://localhost";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws IOException, ServletException {
        String query = request.getQueryString();
        if (query == null || isReadable(request.getRequestURI() + '?' + query)) {
            next.doFilter(request, response);
            return;
        }
        Refusal refusal = new Refusal(RefusalCode.REQUEST_UNREADABLE);
        Locale language = AcceptedLanguage.of(Collections.list(request.getLocales()));
        response.setStatus(refusal.code().httpStatus());
        response.setContentType(Problems.MEDIA_TYPE);
        JsonBody.write(Problems.of(refusal, request.getRequestURI(), language), response.getOutputStream());
    }

    private static boolean isReadable(String address) {
        try {
            new URI(SOMEWHERE + address);
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
