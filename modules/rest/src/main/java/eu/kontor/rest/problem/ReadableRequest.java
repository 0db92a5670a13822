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
import java.util.regex.Pattern;

/**
 * Lets no request pass whose address is none (RFC 3986), such as {@code ?cursor=%zz}, or whose {@code Accept} weighs a type with what is no
 * number (RFC 9110, 12.4.2): what is behind reads them in many places, and each would fail in its own way.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ReadableRequest extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String SOMEWHERE = "http://localhost";

    private static final Pattern WEIGHT = Pattern.compile(";\\s*[qQ]\\s*=\\s*\"?([^;,\"]*)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws IOException, ServletException {
        if (isAddress(request) && isWeighed(request.getHeader("Accept"))) {
            next.doFilter(request, response);
            return;
        }
        Refusal refusal = new Refusal(RefusalCode.REQUEST_UNREADABLE);
        Locale language = AcceptedLanguage.of(Collections.list(request.getLocales()));
        response.setStatus(refusal.code().httpStatus());
        response.setContentType(Problems.MEDIA_TYPE);
        JsonBody.write(Problems.of(refusal, request.getRequestURI(), language), response.getOutputStream());
    }

    private static boolean isAddress(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return true;
        }
        try {
            new URI(SOMEWHERE + request.getRequestURI() + '?' + request.getQueryString());
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /** Clients of Java's own say {@code q=.2}, which is read, too. */
    private static boolean isWeighed(String accept) {
        return accept == null || WEIGHT.matcher(accept).results().allMatch(weight -> isNumber(weight.group(1)));
    }

    private static boolean isNumber(String weight) {
        try {
            float value = Float.parseFloat(weight);
            return value >= 0 && value <= 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
