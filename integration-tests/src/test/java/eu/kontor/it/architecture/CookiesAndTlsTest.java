package eu.kontor.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the server's configuration says where TLS ends before it, and everywhere. Open Liberty merges the two files element by element. */
class CookiesAndTlsTest {

    private static final Document EVERYWHERE = read("modules/server/src/main/liberty/server.xml");
    private static final Document CLUSTER = read("deploy/liberty/configDropins/overrides/cluster.xml");

    @Test
    void the_sessions_cookie_is_for_our_pages_and_for_no_script() {
        Element session = first(EVERYWHERE, "httpSession");
        assertThat(session.getAttribute("cookieSameSite")).isEqualTo("Lax");
        assertThat(session.getAttribute("cookieHttpOnly")).isEqualTo("true");
    }

    @Test
    void behind_tls_it_is_bound_to_this_host_and_to_tls() {
        Element session = first(CLUSTER, "httpSession");
        assertThat(session.getAttribute("cookieName")).startsWith("__Host-");
        assertThat(session.getAttribute("cookieSecure")).isEqualTo("true");
        assertThat(session.getAttribute("cookiePath")).isEqualTo("/");
        assertThat(session.hasAttribute("cookieDomain")).isFalse();
        assertThat(first(CLUSTER, "webAppSecurity").getAttribute("ssoRequiresSSL"))
                .isEqualTo("true");
    }

    @Test
    void a_sign_in_of_before_says_nothing_where_nobody_must_sign_in_there_as_little_as_here() {
        String attribute = "useAuthenticationDataForUnprotectedResource";
        assertThat(first(EVERYWHERE, "webAppSecurity").getAttribute(attribute)).isEqualTo("false");
        assertThat(first(CLUSTER, "webAppSecurity").hasAttribute(attribute)).isFalse();
    }

    @Test
    void behind_tls_browsers_stay_with_tls() {
        assertThat(first(CLUSTER, "headers").getAttribute("id"))
                .isEqualTo(first(EVERYWHERE, "httpEndpoint").getAttribute("headersRef"));
        assertThat(texts(CLUSTER, "setIfMissing"))
                .anyMatch(header -> header.matches("Strict-Transport-Security: max-age=\\d{8,}.*"));
    }

    private static Element first(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        assertThat(found.getLength()).as(name).isPositive();
        return (Element) found.item(0);
    }

    private static List<String> texts(Document document, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = document.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }

    private static Document read(String file) {
        Path path = HouseSources.ROOT.resolve(file);
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(path.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(path + " cannot be read", e);
        }
    }
}
