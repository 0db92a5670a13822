package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** At 1,500 ms nothing seems to happen, and people press again. */
class APressOnASlowLineTest {

    private static final int LATENCY_MILLISECONDS = 1_500;

    @Test
    void is_taken_once_however_often_it_is_repeated_and_again_once_it_was_answered() throws Exception {
        PreviewPage view = PreviewBrowser.page("operator", Screen.DESK, "en").open("tenants");
        view.settle();
        Page page = view.page();
        Locator button =
                page.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText("Apply configuration"));
        List<String> presses = new CopyOnWriteArrayList<>();
        Consumer<Request> counting = request -> {
            if (request.postData() != null && request.postData().contains("\"event\":\"click\"")) {
                presses.add(request.postData());
            }
        };
        page.onRequest(counting);
        CDPSession line = page.context().newCDPSession(page);
        line.send("Network.enable");
        try {
            take(line, LATENCY_MILLISECONDS);
            button.click();
            button.click();
            button.click();
            assertThat(page.locator(".k-side-panel")).isVisible();
            view.settle();
            assertThat(presses).hasSize(1);

            take(line, 0);
            button.click();
            view.settle();
            assertThat(presses).hasSize(2);
        } finally {
            take(line, 0);
            line.detach();
            page.offRequest(counting);
        }
    }

    private static void take(CDPSession line, int milliseconds) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", milliseconds);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        line.send("Network.emulateNetworkConditions", conditions);
    }
}
