package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a phone: what posts lies above the keyboard, and a thumb hits everything. */
class ThumbsAtTheCounterTest {

    /** Of a phone that is held upright, with the row of suggestions. */
    private static final int KEYBOARD_PIXELS = 340;

    private static final int THUMB_PIXELS = 44;

    /** The keyboard covers the page, as it does unless a page says otherwise. */
    private static final String KEYBOARD =
            """
            pixels => {
              Object.defineProperty(window.visualViewport, 'height', { configurable: true, get: () => window.innerHeight - pixels });
              window.visualViewport.dispatchEvent(new Event('resize'));
            }
            """;

    /** What can be pressed, without links in sentences; of a field the part into which one types. */
    private static final String SMALL =
            """
            least => [...document.querySelectorAll('.k-view vaadin-button, .k-view button, .k-view a, .k-view vaadin-details-summary,'
                  + ' .k-view vaadin-select, .k-view vaadin-text-field, .k-view vaadin-password-field, .k-view vaadin-checkbox')]
              .filter(one => one.checkVisibility() && one.getClientRects().length > 0 && !one.closest('p, .k-notice'))
              .map(one => one.shadowRoot?.querySelector('[part=input-field]') ?? one)
              .filter(one => one.getBoundingClientRect().height < least - 0.5)
              .map(one => (one.getRootNode().host ?? one).outerHTML.slice(0, 120) + ' ' + one.getBoundingClientRect().height)
            """;

    @Test
    void what_posts_is_above_the_keyboard_while_somebody_types() throws Exception {
        Page page = desk(PreviewDesk.cardOf(3).value());
        for (String form : List.of(".k-earn", ".k-redeem")) {
            Locator field = page.locator(form + " .k-till-amount input").first();
            field.scrollIntoViewIfNeeded();
            field.focus();
            page.evaluate(KEYBOARD, KEYBOARD_PIXELS);
            page.evaluate(
                    "form => document.querySelector(form + ' .k-till-amount input').scrollIntoView({block: 'center'})",
                    form);

            BoundingBox post = page.locator(form + " > vaadin-button[theme~=primary]")
                    .last()
                    .boundingBox();

            assertThat(post.y).as("top of the button of %s", form).isPositive();
            assertThat(post.y + post.height)
                    .as("lower edge of the button of %s", form)
                    .isLessThanOrEqualTo(Screen.PHONE.height() - KEYBOARD_PIXELS);
        }
        page.evaluate("delete window.visualViewport.height");
    }

    @Test
    void a_thumb_hits_everything_at_the_counter() throws Exception {
        Page page = desk(PreviewDesk.cardOf(6).value());

        assertThat((List<?>) page.evaluate(SMALL, THUMB_PIXELS)).isEmpty();
    }

    @Test
    void and_in_its_panels() throws Exception {
        Page page = desk(PreviewDesk.cardOf(3).value());
        page.locator(".k-visits vaadin-button").first().click();
        page.locator(".k-side-panel .k-till").waitFor();

        assertThat((List<?>) page.evaluate(SMALL, THUMB_PIXELS)).isEmpty();
    }

    private static Page desk(String card) throws Exception {
        PreviewPage view = PreviewBrowser.page("cashier", Screen.PHONE, "en").open("front-desk?card=" + card);
        view.settle();
        return view.page();
    }
}
