package eu.kontor.portal.views;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;

/** Somebody's way through the portal, counted: what a hand types and clicks, and how long it takes until it is done. */
final class Journey {

    private final Page page;
    private int keystrokes;
    private int clicks;
    private long beganNanos;

    Journey(Page page) {
        this.page = page;
    }

    /** @param milliseconds from the first press until it was done */
    record Cost(int keystrokes, int clicks, long milliseconds) {

        boolean isWithin(Cost budget) {
            return keystrokes <= budget.keystrokes && clicks <= budget.clicks && milliseconds <= budget.milliseconds;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%10d %7d %13d", keystrokes, clicks, milliseconds);
        }
    }

    /** A scanner types the number and Enter; no hand does. */
    void scan(String number) {
        begin();
        page.keyboard().type(number);
        page.keyboard().press("Enter");
    }

    void type(String text) {
        begin();
        page.keyboard().type(text);
        keystrokes += text.codePointCount(0, text.length());
    }

    void press(String key) {
        begin();
        page.keyboard().press(key);
        keystrokes++;
    }

    void click(Locator target) {
        begin();
        target.click();
        clicks++;
    }

    /** Until this is read. */
    Cost until(Locator done) {
        done.waitFor();
        return new Cost(keystrokes, clicks, (System.nanoTime() - beganNanos) / 1_000_000);
    }

    private void begin() {
        if (keystrokes == 0 && clicks == 0 && beganNanos == 0) {
            beganNanos = System.nanoTime();
        }
    }
}
