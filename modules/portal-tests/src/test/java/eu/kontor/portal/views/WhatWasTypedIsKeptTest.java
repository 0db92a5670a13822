package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The session ends under an open page, or the server was started again: what was typed comes back to who typed it. */
class WhatWasTypedIsKeptTest {

    private static final String NOTE = "Guest asked for a late check-out";

    private Page page;

    @ParameterizedTest
    @CsvSource({
        "en, What you had typed is kept, Put back",
        "es, Se ha guardado lo que había escrito, Recuperar",
        "zh, 您输入的内容已保留, 填回"
    })
    void when_the_session_was_gone_at_the_next_press(String language, String words, String putBack) throws Exception {
        at("admin", language);
        note().fill(NOTE);
        page.locator("vaadin-password-field input").fill("2468");
        theSessionIsGone();
        page.locator("#fails-echo").click();

        assertThat(page.locator(".k-typed")).containsText(words);
        assertThat(page.locator(".k-typed dd")).hasText(new String[] {NOTE});
        page.locator(".k-typed button").getByText(putBack).click();
        assertThat(note()).hasValue(NOTE);
        assertThat(page.locator(".k-typed")).hasCount(0);
    }

    @Test
    void and_the_server_has_it_when_it_was_put_back() throws Exception {
        at("admin", "en");
        note().fill(NOTE);
        thePageIsLost();
        page.locator(".k-typed button").getByText("Put back").click();
        page.locator("#fails-echo").click();

        assertThat(page.locator(".k-view-content")).containsText("The server has: " + NOTE);
    }

    @Test
    void also_in_a_dialog_which_is_opened_again() throws Exception {
        at("admin", "en");
        page.locator("#fails-dialog").click();
        reason().fill(NOTE);
        theSessionIsGone();
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();

        Locator putBack = page.locator(".k-typed button").getByText("Put back");
        putBack.click();
        assertThat(page.locator(".k-typed dd")).hasText(new String[] {NOTE});
        page.locator("#fails-dialog").click();
        reason().waitFor();
        putBack.click();
        assertThat(reason()).hasValue(NOTE);
    }

    @Test
    void but_never_to_somebody_else() throws Exception {
        at("admin", "en");
        note().fill(NOTE);
        theSessionIsGone();
        page.navigate(URI.create(page.url()).resolve("?as=both").toString());
        page.locator(".k-shell h1").first().waitFor();
        page.waitForTimeout(1_500);

        assertThat(page.locator(".k-typed")).hasCount(0);
        assertThat(page.evaluate("sessionStorage.getItem('kontor-typed')")).isNull();
        page.context().clearCookies();
    }

    @Test
    void and_not_when_it_was_thrown_away_or_the_person_left_or_signed_out() throws Exception {
        at("admin", "en");
        note().fill(NOTE);
        thePageIsLost();
        page.locator(".k-typed button").getByText("Discard").click();
        note().fill(NOTE);
        page.reload();
        page.locator(".k-shell h1").first().waitFor();
        assertThat(page.evaluate("sessionStorage.getItem('kontor-typed')")).isNull();

        note().fill(NOTE);
        page.evaluate("() => { window.kontorTyped.lost(); window.kontorSignOut('nowhere'); }");
        page.waitForURL("**/@cafe-lumbre/");
        assertThat(page.evaluate("sessionStorage.getItem('kontor-typed')")).isNull();
    }

    private void thePageIsLost() {
        page.evaluate("() => { window.kontorTyped.lost(); window.location.reload(); }");
    }

    private void at(String person, String language) throws Exception {
        PreviewPage view = PreviewBrowser.page(person, Screen.DESK, language).open("@cafe-lumbre/faulty");
        view.settle();
        page = view.page();
        page.evaluate("sessionStorage.clear()");
    }

    /** The server does not know it any more; whoever asks without one gets one as the preview's admin. */
    private void theSessionIsGone() {
        List<Cookie> cookies = page.context().cookies();
        page.context().clearCookies();
        cookies.forEach(cookie -> page.context()
                .addCookies(
                        List.of(new Cookie(cookie.name, cookie.name.equals("JSESSIONID") ? "of-before" : cookie.value)
                                .setUrl(URI.create(page.url()).resolve("/").toString()))));
    }

    private Locator note() {
        return page.locator(".k-view-content > vaadin-text-field input");
    }

    private Locator reason() {
        return page.locator("vaadin-dialog vaadin-text-area textarea");
    }
}
