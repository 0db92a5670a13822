package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A router that restarts is told in the reader's language, with what to do, and not in the framework's English. */
class ALostConnectionTest {

    @ParameterizedTest
    @CsvSource({"en, No connection", "es, Sin conexión", "zh, 连接中断"})
    void is_told_in_the_readers_language(String language, String words) throws Exception {
        PreviewPage view = PreviewBrowser.page("finance", Screen.DESK, language).open("settlement");
        view.settle();
        Page page = view.page();
        page.context().setOffline(true);
        try {
            assertThat(page.locator("vaadin-connection-indicator")).containsText(words);
        } finally {
            page.context().setOffline(false);
        }
    }
}
