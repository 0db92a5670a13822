package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.preview.FakeCheckout;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knows the keys does not wait for the line: what is typed lands where it was meant, whatever the server's answers take. */
class TypingAtTheCounterTest {

    private static final String FINDER = ".k-finder-field input";
    private static final String EARN = ".k-earn .k-till-amount input";
    private static final String REDEEM = ".k-redeem .k-till-amount input";

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 400, 1_500})
    void a_guest_an_amount_and_the_next_guest_are_typed_without_looking(int milliseconds) throws Exception {
        Page page = desk("front-desk");
        try (LateAnswers line = new LateAnswers(page)) {
            line.take(milliseconds);
            page.locator(FINDER).click();
            page.keyboard().type(PreviewDesk.cardOf(2).value());
            page.keyboard().press("Enter");
            page.keyboard().type("12.40");
            assertThat(first(page, EARN)).hasValue("12.40");
            assertThat(page.locator(FINDER)).hasValue(PreviewDesk.cardOf(2).value());

            page.keyboard().press("F9");
            page.keyboard().type("700");
            assertThat(first(page, REDEEM)).hasValue("700");
            assertThat(first(page, EARN)).hasValue("12.40");

            String before = page.locator(".k-guest h2").innerText();
            page.keyboard().press("F8");
            page.keyboard().press("Enter");
            page.keyboard().type(PreviewDesk.cardOf(3).value());
            page.keyboard().press("Enter");
            assertThat(page.locator(".k-guest h2")).not().hasText(before);
            assertThat(page.locator(FINDER)).hasValue(PreviewDesk.cardOf(3).value());
            assertThat(first(page, EARN)).hasValue("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "F8"})
    void the_next_guest_and_the_amount_are_typed_before_the_posting_is_answered(String key) throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(2));
        try (LateAnswers line = new LateAnswers(page)) {
            String before = page.locator(".k-guest h2").innerText();
            line.take(1_500);
            page.locator(EARN).first().fill("7.40");
            page.keyboard().press("Enter");
            page.keyboard().type(PreviewDesk.cardOf(3).value());
            page.keyboard().press("Enter");
            if (!key.isEmpty()) {
                page.keyboard().press(key);
            }
            page.keyboard().type("12.40");

            assertThat(page.locator(".k-guest h2")).not().hasText(before);
            assertThat(page.locator(FINDER)).hasValue(PreviewDesk.cardOf(3).value());
            assertThat(first(page, EARN)).hasValue("12.40");
        }
    }

    @Test
    void an_amount_for_a_guest_who_is_not_found_is_not_the_one_before() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(2));
        String before = page.locator(".k-guest h2").innerText();
        try (LateAnswers line = new LateAnswers(page)) {
            line.take(1_500);
            page.locator(FINDER).fill("nobody of this name");
            page.keyboard().press("Enter");
            page.keyboard().type("12.40");
            assertThat(page.locator(".k-finder .k-notice")).isVisible();

            assertThat(page.locator(FINDER)).isFocused();
            assertThat(page.locator(FINDER)).hasValue("nobody of this name");
            assertThat(page.locator(".k-guest h2")).hasText(before);
            assertThat(first(page, EARN)).hasValue("");
        }
    }

    @Test
    void an_answer_takes_the_cursor_from_nobody_who_types() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(5));
        try (LateAnswers line = new LateAnswers(page)) {
            page.locator(EARN).first().fill("9.10");
            line.take(1_500);
            page.locator(".k-earn > vaadin-button[theme~=primary]").first().click();
            page.locator(FINDER).click();
            page.locator(FINDER).selectText();
            page.keyboard().type("Lucía");
            assertThat(page.locator(".k-desk-result")).containsText("earned");
            page.keyboard().type(" Romero");

            assertThat(page.locator(FINDER)).hasValue("Lucía Romero");
        }
    }

    @Test
    void escape_leaves_the_question_and_the_cursor_is_in_the_amount() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(5));
        page.locator(EARN).first().fill("1300");
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-confirm-dialog")).containsText("about €18.40");
        page.keyboard().press("Escape");

        assertThat(first(page, EARN)).isFocused();
    }

    @Test
    void whoever_goes_back_from_a_doubt_is_in_the_amount_again() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(2));
        page.locator(EARN).first().fill(FakeCheckout.UNANSWERED.toPlainString());
        page.keyboard().press("Enter");
        assertThat(page.locator(".k-earn .k-notice")).isVisible();
        page.locator(EARN).first().fill("14.20");
        page.keyboard().press("Enter");
        page.locator("vaadin-confirm-dialog vaadin-button[slot=cancel-button]").click();

        assertThat(first(page, EARN)).isFocused();
        assertThat(first(page, EARN)).hasValue("14.20");
    }

    @Test
    void enter_in_a_quantity_takes_back_so_many() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(3));
        page.locator(".k-visits vaadin-button").first().click();
        page.locator(".k-return-line vaadin-checkbox input").first().check();
        Locator quantity = page.locator(".k-return-line vaadin-integer-field input");
        quantity.fill("9");
        page.keyboard().press("Enter");
        assertThat(page.locator(".k-side-panel .k-notice").first()).isVisible();
        assertThat(quantity).isFocused();

        quantity.fill("2");
        page.keyboard().press("Enter");
        assertThat(page.locator(".k-desk-result")).containsText("taken back");
    }

    @Test
    void after_a_posting_the_focus_is_in_the_finder_and_one_press_undoes_it() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(5));
        String before = page.locator(".k-guest-balance").innerText();
        page.locator(EARN).first().fill("12.40");
        page.keyboard().press("Enter");
        assertThat(page.locator(".k-desk-result")).containsText("earned");
        assertThat(page.locator(".k-guest-balance")).not().hasText(before);
        assertThat(page.locator(FINDER)).isFocused();

        page.locator(".k-desk-undo vaadin-button").click();

        assertThat(page.locator(".k-desk-result")).containsText("taken back");
        assertThat(page.locator(".k-guest-balance")).hasText(before);
        assertThat(page.locator(".k-desk-undo vaadin-button")).hasCount(0);
    }

    @Test
    void a_reload_and_the_way_back_bring_guest_and_amount() throws Exception {
        Page page = desk("front-desk");
        page.locator(FINDER).click();
        page.keyboard().type(PreviewDesk.cardOf(5).value());
        page.keyboard().press("Enter");
        assertThat(first(page, EARN)).isFocused();
        page.keyboard().type("7.05");
        assertThat(page).hasURL(Pattern.compile("card=" + PreviewDesk.cardOf(5).value() + "&amount=7.05"));
        String guest = page.locator(".k-guest h2").innerText();

        page.reload();
        assertThat(page.locator(".k-guest h2")).hasText(guest);
        assertThat(first(page, EARN)).hasValue("7.05");

        page.locator(".k-guest h2 a").click();
        assertThat(page.locator(".k-activity").first()).isVisible();
        page.goBack();
        assertThat(page.locator(".k-guest h2")).hasText(guest);
        assertThat(first(page, EARN)).hasValue("7.05");
    }

    @Test
    void an_amount_that_another_language_would_read_is_refused_with_words() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(5));
        page.locator(EARN).first().fill("12.505");
        page.keyboard().press("Enter");

        assertThat(page.locator(".k-earn .k-till-amount [slot=error-message]").first())
                .containsText("such as 1,234.56");
        assertThat(page.locator(".k-desk-result")).isHidden();
    }

    @Test
    void twenty_times_the_usual_is_asked_for_once() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(5));
        page.locator(EARN).first().fill("1240");
        page.keyboard().press("Enter");
        Locator dialog = page.locator("vaadin-confirm-dialog");
        assertThat(dialog).containsText("about €18.40");
        dialog.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Post it as it is"))
                .click();

        assertThat(page.locator(".k-desk-result")).containsText("earned on €1,240.00");
    }

    @Test
    void keys_work_from_wherever_the_focus_is() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(3));
        page.locator(".k-shell h1").click();
        page.keyboard().press("F9");
        assertThat(first(page, REDEEM)).isFocused();
        page.keyboard().press("F10");
        page.keyboard().type("63");
        assertThat(page.locator(".k-side-panel .k-till vaadin-text-field input").first())
                .hasValue("63");
        page.keyboard().press("F2");
        assertThat(page.locator(FINDER)).isFocused();
    }

    @Test
    void a_part_is_paid_with_points_and_comes_back_with_the_purchase() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(3));
        page.locator(EARN).first().fill("12.40");
        page.getByText("Pay a part with points").click();
        page.locator(".k-points-part .k-till-amount input").fill("300");
        page.locator(".k-points-part vaadin-password-field input").fill("2468");
        page.keyboard().press("Enter");

        assertThat(page.locator(".k-desk-result")).containsText("paid");
        assertThat(page.locator(".k-desk-result")).containsText("left to pay");
    }

    @Test
    void what_was_paid_with_points_is_returned() throws Exception {
        Page page = desk("front-desk?card=" + PreviewDesk.cardOf(6));
        page.locator(".k-visits").nth(1).getByText("Return").click();
        page.locator(".k-side-panel .k-till-amount input").fill("200");
        page.keyboard().press("Enter");

        assertThat(page.locator(".k-desk-result")).containsText("200 Ronda points came back");
    }

    private static Page desk(String place) throws Exception {
        PreviewPage view = PreviewBrowser.page("cashier", Screen.DESK, "en").open(place);
        view.settle();
        return view.page();
    }

    private static Locator first(Page page, String selector) {
        return page.locator(selector).first();
    }
}
