package eu.kontor.it.start;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.whole.TheWhole;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The theme brings what the sign-in page uses of Keycloak's large style sheets. An update of Keycloak may use more: then {@code patternfly.css}
 * of the theme needs the rules of the classes that are named here.
 */
class TheSignInPageFindsItsStylesTest {

    private static final Pattern RESOURCES =
            Pattern.compile("\"(/resources/[^/]+/)login/kontor/css/patternfly\\.css\"");
    private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]+)\"");
    private static final String WHOLE = "common/keycloak/vendor/patternfly-v5/";

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void every_class_of_the_page_that_keycloaks_sheets_know_is_known_to_the_themes() throws Exception {
        String page = get(URI.create(TheWhole.running().address() + "/"));
        MatchResult resources = RESOURCES.matcher(page).results().findFirst().orElseThrow();
        URI keycloak = URI.create(TheWhole.running().system().installation().keycloakUrl() + resources.group(1));
        String whole = get(keycloak.resolve(WHOLE + "patternfly.min.css"))
                + get(keycloak.resolve(WHOLE + "patternfly-addons.css"));
        String ours = get(keycloak.resolve("login/kontor/css/patternfly.css"));

        Set<String> used = new TreeSet<>();
        CLASSES.matcher(page)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).strip().split("\\s+")))
                .filter(name -> isStyledBy(whole, name))
                .forEach(used::add);

        assertThat(used).hasSizeGreaterThan(20).allMatch(name -> isStyledBy(ours, name));
    }

    private static boolean isStyledBy(String sheet, String name) {
        return Pattern.compile("\\." + Pattern.quote(name) + "(?![\\w-])")
                .matcher(sheet)
                .find();
    }

    private String get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
