package eu.kontor.portalkit.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the brand out of an address, {@code /@<slug>/members} being {@code /members} of that brand. Everything that a page asks for is
 * relative to its own address, so that actions, uploads and downloads carry the brand without any view's doing.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class BrandInAddress extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern BRAND = Pattern.compile("/" + TabBrand.SIGN + "([a-z0-9-]{1,63})(/.*)?");

    /** What is not the portal's has its own rules of who may enter, by its own address. */
    private static final Pattern NOT_THE_PORTALS =
            Pattern.compile("/(api|openapi|health|metrics|sign-|signed-in)[^?]*");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getPathInfo() == null
                ? request.getServletPath()
                : request.getServletPath() + request.getPathInfo();
        Matcher brand = BRAND.matcher(path);
        if (!brand.matches()) {
            chain.doFilter(request, response);
        } else if (brand.group(2) == null) {
            response.sendRedirect(TabBrand.address(request.getContextPath(), brand.group(1)));
        } else if (NOT_THE_PORTALS.matcher(brand.group(2)).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            request.setAttribute(TabBrand.ATTRIBUTE, brand.group(1));
            chain.doFilter(new WithoutBrand(request, brand.group(2)), response);
        }
    }

    private static final class WithoutBrand extends HttpServletRequestWrapper {

        private final String path;

        WithoutBrand(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getServletPath() {
            return "";
        }

        @Override
        public String getPathInfo() {
            return path;
        }

        @Override
        public String getRequestURI() {
            String whole = super.getRequestURI();
            int brand = whole.indexOf('/' + TabBrand.SIGN);
            int rest = brand < 0 ? -1 : whole.indexOf('/', brand + 1);
            return rest < 0 ? whole : whole.substring(0, brand) + whole.substring(rest);
        }
    }
}
