package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line breaks: it is said, nothing is posted, nothing typed is lost, and with the line it goes on. */
class WithoutALineTest {

    private static final String FINDER = ".k-finder-field input";
    private static final String EARN = ".k-earn .k-till-amount input";
    private static final String POST = ".k-earn > vaadin-button[theme~=primary]";

    /** The page tries again every other second; a machine that does much else takes its time. */
    private static final double AGAIN_MILLISECONDS = 30_000;

    private Page page;

    @AfterEach
    void the_line_is_there_for_the_next() {
        page.context().setOffline(false);
    }

    @Test
    void what_was_typed_stays_and_is_posted_when_the_line_is_back() throws Exception {
        at(PreviewDesk.cardOf(5).value());
        page.locator(EARN).first().fill("12.40");
        page.context().setOffline(true);
        assertThat(page.locator(".k-offline")).isVisible();

        page.locator(EARN).first().press("Enter");
        page.locator(POST).first().click(new Locator.ClickOptions().setForce(true));
        assertThat(page.locator(POST).first()).hasAttribute("aria-disabled", "true");
        page.context().setOffline(false);
        assertThat(page.locator(".k-offline"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(AGAIN_MILLISECONDS));
        assertThat(page.locator(EARN).first()).hasValue("12.40");
        assertThat(page.locator(".k-desk-result")).isHidden();

        page.locator(EARN).first().press("Enter");
        assertThat(page.locator(".k-desk-result")).containsText("earned on €12.40");
        assertThat(page.locator(POST).first()).not().hasAttribute("aria-disabled", "true");
    }

    @Test
    void the_answer_that_never_came_is_asked_for_again_and_it_is_posted_once() throws Exception {
        at(PreviewDesk.cardOf(16).value());
        long before = points(page.locator(".k-guest-balance").innerText());
        try (LateAnswers line = new LateAnswers(page)) {
            line.take(1_500);
            page.locator(EARN).first().fill("12.40");
            page.keyboard().press("Enter");
            page.waitForTimeout(300);
        }
        page.context().setOffline(true);
        assertThat(page.locator(".k-offline")).isVisible();
        page.keyboard().type(PreviewDesk.cardOf(17).value());
        page.context().setOffline(false);

        Locator said = page.locator(".k-desk-result");
        assertThat(said)
                .containsText(
                        "earned on €12.40", new LocatorAssertions.ContainsTextOptions().setTimeout(AGAIN_MILLISECONDS));
        long earned = points(said.innerText().split(" ", 2)[0]);
        assertThat(page.locator(".k-guest-balance")).hasText(String.format("%,d", before + earned));
        assertThat(page.locator(FINDER)).hasValue(PreviewDesk.cardOf(17).value());
    }

    @Test
    void a_page_that_was_loaded_anew_asks_for_the_same_request_again() throws Exception {
        at(PreviewDesk.cardOf(19).value());
        page.locator(EARN).first().fill("13.13");
        page.locator(EARN).first().press("Enter");
        assertThat(page.locator(".k-earn .k-notice")).containsText("no answer yet");

        page.reload();
        assertThat(page.locator(EARN).first()).hasValue("13.13");
        page.locator(EARN).first().press("Enter");

        assertThat(page.locator(".k-desk-result")).containsText("earned on €13.13");
        assertThat(page).not().hasURL(Pattern.compile("request="));
    }

    @Test
    void a_guest_who_was_looked_for_is_shown_when_the_line_is_back() throws Exception {
        at(PreviewDesk.cardOf(5).value());
        String before = page.locator(".k-guest h2").innerText();
        page.context().setOffline(true);
        page.locator(FINDER).fill(PreviewDesk.cardOf(3).value());
        page.keyboard().press("Enter");
        page.keyboard().type("7.40");
        assertThat(page.locator(".k-offline")).isVisible();
        page.context().setOffline(false);

        assertThat(page.locator(".k-guest h2"))
                .not()
                .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(AGAIN_MILLISECONDS));
        assertThat(page.locator(EARN).first()).hasValue("7.40");
    }

    @ParameterizedTest
    @CsvSource({"en, No connection", "es, Sin conexión", "zh, 网络已断开"})
    void it_is_said_in_the_reader_s_language(String language, String sentence) throws Exception {
        PreviewPage view =
                PreviewBrowser.page("cashier", Screen.PHONE, language).open("front-desk");
        view.settle();
        page = view.page();
        page.context().setOffline(true);

        assertThat(page.locator(".k-offline")).containsText(sentence);
    }

    private void at(String card) throws Exception {
        PreviewPage view = PreviewBrowser.page("cashier", Screen.DESK, "en").open("front-desk?card=" + card);
        view.settle();
        page = view.page();
    }

    private static long points(String written) {
        return Long.parseLong(written.replaceAll("\\D", ""));
    }
}
