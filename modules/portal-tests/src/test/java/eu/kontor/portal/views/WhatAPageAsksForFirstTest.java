package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** On a slow line, what a page needs is asked for at once and not one after the other. */
class WhatAPageAsksForFirstTest {

    private static final String SCRIPT = "kontor/kontor.js";

    @Test
    void is_the_script_without_which_no_view_is_shown_once_and_before_the_view() throws Exception {
        PreviewPage view = PreviewBrowser.page("cashier", Screen.PHONE, "en").open("@cafe-lumbre/front-desk");
        view.settle();
        Page page = view.page();
        page.context().newCDPSession(page).send("Network.clearBrowserCache");
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.reload();
        page.locator(".k-finder-field input").waitFor();

        assertThat(asked).filteredOn(address -> address.endsWith(SCRIPT)).hasSize(1);
        assertThat(first(asked, SCRIPT)).isLessThan(first(asked, "v-r=init"));
    }

    private static int first(List<String> asked, String part) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " was not asked for: " + asked);
    }
}
