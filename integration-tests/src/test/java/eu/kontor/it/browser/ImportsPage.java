package eu.kontor.it.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Where files are dropped and receipts are read. */
record ImportsPage(DeskSteps desk) {

    /** Drops a file and waits for its receipt to be final. */
    ImportsPage drop(String name, String content) {
        Page page = desk.page();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        receipt()
                .locator(".k-badge")
                .filter(new Locator.FilterOptions().setHasText(java.util.regex.Pattern.compile("Done|Not readable")))
                .waitFor();
        return this;
    }

    /** A figure on the receipt by its name. */
    String figure(String name) {
        return receipt()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("td")
                .first()
                .innerText();
    }

    String state() {
        return receipt().locator(".k-badge").first().innerText();
    }

    String why() {
        return receipt().locator(".k-notice").innerText();
    }

    String downloadRejects() {
        Download download = desk.page()
                .waitForDownload(
                        () -> receipt().getByText("Download the refused lines").click());
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Locator receipt() {
        return desk.page().locator(".k-side-panel .k-receipt");
    }
}
