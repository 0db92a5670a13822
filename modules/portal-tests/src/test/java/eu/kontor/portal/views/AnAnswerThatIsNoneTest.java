package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Something between the page and the server answers instead of it, or nobody does: what to do is said in our words. */
class AnAnswerThatIsNoneTest {

    private static final Pattern ACTIONS = Pattern.compile("v-r=uidl");
    private static final String NOTE = "Guest asked for a late check-out";

    /** The page tries again every other second; a machine that does much else takes its time. */
    private static final double AGAIN_MILLISECONDS = 30_000;

    private Page page;

    @AfterEach
    void the_server_answers_the_next() {
        page.unrouteAll();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Something failed on our side, Load the page again",
        "es, Algo ha fallado por nuestra parte, Cargar la página otra vez",
        "zh, 我方出现故障, 重新加载页面"
    })
    void a_page_of_a_proxy_is_not_shown_as_it_is(String language, String words, String again) throws Exception {
        at(language);
        note().fill(NOTE);
        answers(route -> route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType("text/html")
                .setBody("<html><title>504 Gateway nginx/1.2</title></html>")));
        page.locator("#fails-echo").click();

        Locator notice = page.locator(".v-system-error");
        assertThat(notice).containsText(words);
        assertThat(notice.innerText()).doesNotContain("JSON", "nginx", "504", "html");
        page.unrouteAll();
        notice.locator("button").getByText(again).click();
        assertThat(page.locator(".k-typed dd")).hasText(new String[] {NOTE});
    }

    @Test
    void a_server_that_is_started_again_is_waited_for_and_what_was_pressed_is_done() throws Exception {
        at("en");
        note().fill(NOTE);
        answers(route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("There is nothing here.")));
        page.locator("#fails-echo").click();
        assertThat(page.locator(".k-offline")).containsText("No connection");
        assertThat(page.locator("body")).not().containsText("There is nothing here.");

        page.unrouteAll();
        assertThat(page.locator(".k-view-content"))
                .containsText(
                        "The server has: " + NOTE,
                        new LocatorAssertions.ContainsTextOptions().setTimeout(AGAIN_MILLISECONDS));
        assertThat(note()).hasValue(NOTE);
    }

    @ParameterizedTest
    @CsvSource({
        "en, the sign-in service does not answer",
        "es, el servicio de inicio de sesión no responde",
        "zh, 登录服务没有应答"
    })
    void nobody_is_sent_to_a_sign_in_that_does_not_answer(String language, String words) throws Exception {
        at(language);
        note().fill(NOTE);
        answers(Route::abort);
        page.route(
                Pattern.compile("/@cafe-lumbre/$"), route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
        page.route("**/health/ready", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.locator("#fails-echo").click();

        assertThat(page.locator(".k-offline")).containsText(words);
        assertThat(note()).hasValue(NOTE);

        page.unrouteAll();
        assertThat(page.locator(".k-offline"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(AGAIN_MILLISECONDS));
        assertThat(note()).hasValue(NOTE);
    }

    @Test
    void a_push_connection_that_dies_is_made_again_and_what_it_was_to_bring_comes() throws Exception {
        List<WebSocketRoute> sockets = new CopyOnWriteArrayList<>();
        PreviewPage view = PreviewBrowser.page("admin", Screen.DESK, "en");
        page = view.page();
        page.routeWebSocket(Pattern.compile("v-r=push"), socket -> {
            sockets.add(socket);
            socket.connectToServer();
        });
        view.open("@cafe-lumbre/faulty").settle();
        assertThat(sockets).isNotEmpty();
        note().fill(NOTE);

        sockets.forEach(socket -> socket.close());
        page.locator("#fails-awaited").click();

        assertThat(page.locator(".awaited .k-notice"))
                .containsText(
                        "away for a moment",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(AGAIN_MILLISECONDS));
        assertThat(page.locator(".v-system-error")).hasCount(0);
        assertThat(note()).hasValue(NOTE);
    }

    private void answers(Consumer<Route> answer) {
        page.route(ACTIONS, answer);
    }

    private void at(String language) throws Exception {
        PreviewPage view = PreviewBrowser.page("admin", Screen.DESK, language).open("@cafe-lumbre/faulty");
        view.settle();
        page = view.page();
        page.evaluate("sessionStorage.clear()");
    }

    private Locator note() {
        return page.locator(".k-view-content > vaadin-text-field input");
    }
}
