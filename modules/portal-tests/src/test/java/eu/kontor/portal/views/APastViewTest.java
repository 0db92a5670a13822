package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A view that is asked for a day: yesterday everything was there, before the first posting nothing, of the future nothing is said. */
class APastViewTest {

    private static final String WINDOW = "settlement/2026-10";
    private static final String YESTERDAY = "2026-11-21";

    /** On a phone nothing can be typed: what the picker does when a day is pressed. */
    private static final String CHOSEN =
            """
            (picker, day) => {
              picker.value = day;
              picker.dispatchEvent(new CustomEvent('change', { bubbles: true }));
            }
            """;

    @ParameterizedTest
    @EnumSource(Screen.class)
    @Execution(ExecutionMode.CONCURRENT)
    void of_a_statement_is_accessible(Screen screen) throws Exception {
        lookBack("statement", "finance", WINDOW + "/hotel-mirador", "2026-09-15", screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    @Execution(ExecutionMode.CONCURRENT)
    void of_a_window_is_accessible(Screen screen) throws Exception {
        lookBack("window", "operator", WINDOW, "2026-09-15", screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    @Execution(ExecutionMode.CONCURRENT)
    void of_a_member_is_accessible_and_for_the_operator_alone(Screen screen) throws Exception {
        lookBack("member", "operator", "members/3", "2025-12-15", screen);

        PreviewPage brands = PreviewBrowser.page("admin", screen, "en").open("members/3");
        assertThat(brands.page().locator(".k-as-of").isVisible()).isFalse();
    }

    private static void lookBack(String name, String person, String place, String beforeAll, Screen screen)
            throws Exception {
        PreviewPage view = PreviewBrowser.page(person, screen, "en").open(place);
        choose(view, YESTERDAY, screen);
        assertThat(view.page().locator(".k-past > .k-strong").innerText()).startsWith("As of ");
        assertThat(figures(view)).as(name).isPositive();
        EveryViewTest.examine(view, name + "-then", screen);

        choose(view, beforeAll, screen);
        assertThat(says(view, "Nothing had been posted")).as(name).isTrue();
        assertThat(figures(view)).isZero();
        EveryViewTest.examine(view, name + "-then-nothing", screen);

        choose(view, "2027-11-22", screen);
        assertThat(says(view, "has not come yet")).as(name).isTrue();
        assertThat(figures(view)).isZero();
        EveryViewTest.examine(view, name + "-then-future", screen);

        backToNow(view);
        assertThat(figures(view)).as(name).isPositive();
        assertThat(view.page().url()).doesNotContain("asOf");
    }

    /** Types a day; the view then shows its last minute, of today the one that runs. */
    private static void choose(PreviewPage view, String day, Screen screen) {
        if (screen == Screen.DESK) {
            Locator field = view.page().locator(".k-as-of vaadin-date-picker input");
            field.fill(day);
            field.press("Enter");
            hidden(view, "vaadin-date-picker-overlay");
        } else {
            view.page().locator(".k-as-of vaadin-date-picker").evaluate(CHOSEN, day);
        }
        view.page().locator(".k-past").waitFor();
        view.settle();
    }

    /** How many tables of figures, or balances, the view shows. */
    private static int figures(PreviewPage view) {
        return view.page().locator(".k-lines, .k-balance").count();
    }

    private static boolean says(PreviewPage view, String words) {
        return view.page().getByText(words).first().isVisible();
    }

    private static void backToNow(PreviewPage view) {
        view.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Back to now"))
                .click();
        hidden(view, ".k-past");
        view.settle();
    }

    private static void hidden(PreviewPage view, String part) {
        view.page().locator(part).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
