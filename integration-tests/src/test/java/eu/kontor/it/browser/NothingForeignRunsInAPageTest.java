package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import eu.kontor.it.api.LiteralRequest;
import eu.kontor.it.whole.TheWhole;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The portal under its Content Security Policy: it works, nothing of its own is against it, and what is smuggled in does nothing. */
class NothingForeignRunsInAPageTest {

    private static final Pattern NONCE = Pattern.compile("script-src 'self' 'nonce-([^']+)'");

    private static final List<String> PLACES = List.of("", "settlement", "tenants", "expiry", "members");

    private final BrowserSystem browser = BrowserSystem.running();

    @Test
    void a_day_at_the_desk_breaks_no_rule() {
        try (DeskSteps operator = browser.desk(People.OPERATOR)) {
            List<String> violations = listen(operator.page());
            PLACES.forEach(operator::open);
            assertThat(violations).isEmpty();
        }
        try (DeskSteps admin = browser.desk(People.CAFE_ADMIN)) {
            List<String> violations = listen(admin.page());
            String card = admin.members().enrol("Clara", "Pauta", "471183").card();
            admin.open("");
            admin.open("imports");
            admin.frontDesk().scan(card);
            assertThat(violations).isEmpty();
        }
    }

    @Test
    void a_script_without_the_pages_nonce_does_not_run() {
        try (DeskSteps operator = browser.desk(People.OPERATOR)) {
            List<String> violations = listen(operator.page());
            operator.page()
                    .evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.smuggled ="
                            + " 1'; document.head.append(s); }");
            operator.page()
                    .evaluate("() => { document.body.insertAdjacentHTML('beforeend', '<img src=x"
                            + " onerror=\"window.smuggled = 1\">'); }");
            operator.page().waitForTimeout(500);
            assertThat(operator.page().evaluate("() => window.smuggled === undefined"))
                    .isEqualTo(true);
            assertThat(violations).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void each_page_has_a_nonce_of_its_own() {
        try (DeskSteps operator = browser.desk(People.OPERATOR)) {
            assertThat(nonce(operator.page().navigate(browser.address())))
                    .isNotEqualTo(nonce(operator.page().navigate(browser.address())));
        }
    }

    @Test
    void a_page_of_somebody_elses_opens_no_web_socket_and_posts_nothing_with_our_cookie() throws IOException {
        try (DeskSteps operator = browser.desk(People.OPERATOR)) {
            String cookies = operator.page().context().cookies(browser.address()).stream()
                    .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            String own = browser.address().replaceFirst("/$", "");
            assertThat(handshake(cookies, own)).contains(" 101 ");
            assertThat(handshake(cookies, "https://elsewhere.example")).contains(" 403 ");
            assertThat(handshake(cookies, "null")).contains(" 403 ");
            assertThat(post(cookies, "https://elsewhere.example")).contains(" 403 ");
        }
    }

    /** What the browser says of the policy; the page says it, too, as an event, before any script of ours could listen. */
    private static List<String> listen(Page page) {
        List<String> violations = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Permissions policy")) {
                violations.add(message.text());
            }
        });
        return violations;
    }

    private static String nonce(Response page) {
        Matcher nonce = NONCE.matcher(page.headerValue("content-security-policy"));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    private static String handshake(String cookies, String origin) throws IOException {
        return LiteralRequest.statusLine(
                port(),
                "GET /VAADIN/push?v-r=push&debug_window HTTP/1.1\r\nHost: localhost:" + port()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: " + origin + "\r\nCookie: "
                        + cookies
                        + "\r\n\r\n");
    }

    private static String post(String cookies, String origin) throws IOException {
        return LiteralRequest.statusLine(
                port(),
                "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost:" + port() + "\r\nOrigin: " + origin
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\nCookie: "
                        + cookies
                        + "\r\n\r\n{}");
    }

    private static int port() {
        return TheWhole.running().system().installation().ports().http();
    }
}
