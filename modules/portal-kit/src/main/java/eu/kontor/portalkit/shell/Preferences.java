package eu.kontor.portalkit.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import eu.kontor.portalkit.i18n.Languages;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a browser remembers between sign-ins: language, light or dark. No person's data is in these cookies. */
public final class Preferences {

    static final String LANGUAGE = "kontor-language";
    static final String SCHEME = "kontor-scheme";
    private static final int ONE_YEAR_SECONDS = 365 * 24 * 3600;

    private Preferences() {}

    /** Light, dark, or as the system says. */
    enum Scheme {
        SYSTEM("light dark"),
        LIGHT("light"),
        DARK("dark");

        private final String css;

        Scheme(String css) {
            this.css = css;
        }

        /** The value of the CSS property {@code color-scheme}. */
        String css() {
            return css;
        }
    }

    static Optional<Locale> language(VaadinRequest request) {
        return value(request, LANGUAGE).map(Locale::forLanguageTag).flatMap(Languages::nearest);
    }

    static Scheme scheme(VaadinRequest request) {
        return value(request, SCHEME)
                .flatMap(text -> Arrays.stream(Scheme.values())
                        .filter(scheme -> scheme.name().equals(text))
                        .findFirst())
                .orElse(Scheme.SYSTEM);
    }

    static void remember(VaadinRequest request, VaadinResponse response, String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setMaxAge(ONE_YEAR_SECONDS);
        String path = request.getContextPath();
        cookie.setPath(path == null || path.isEmpty() ? "/" : path);
        cookie.setSecure(request.isSecure());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** What this browser remembered under a name, such as the outlet at which it stands. */
    public static Optional<String> recall(String name) {
        return value(VaadinRequest.getCurrent(), name);
    }

    /** Remembers a word of letters, digits and hyphens in this browser for a year. */
    public static void remember(String name, String value) {
        remember(VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), name, value);
    }

    private static Optional<String> value(VaadinRequest request, String name) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
