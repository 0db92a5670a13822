package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** What a hotel's clerk waits for, on a line on which every answer takes 300 ms longer. Milliseconds are told, bytes are held to. */
class ThePortalIsFastOnAHotelsLineTest {

    private static final int LATENCY_MILLISECONDS = 300;
    private static final int MOST_BYTES = 700 * 1024;

    /** The page itself, what the server says of it, and nothing that a browser keeps. */
    private static final int MOST_BYTES_AGAIN = 100 * 1024;

    @Test
    void the_first_view_weighs_little_and_the_second_visit_next_to_nothing() {
        BrowserSystem system = BrowserSystem.running();
        try (DeskSteps desk = system.stranger()) {
            Page page = desk.page();
            SlowLine first = SlowLine.of(page, LATENCY_MILLISECONDS);
            long asked = System.nanoTime();
            page.navigate(system.address());
            page.locator("#username").waitFor();
            long toSignIn = millisecondsSince(asked);
            system.signIn(page, People.CAFE_CASHIER);
            tell("First visit, sign-in shown after", toSignIn, first.stop());

            SlowLine second = SlowLine.of(page, LATENCY_MILLISECONDS);
            long askedAgain = System.nanoTime();
            desk.open("front-desk");
            tell("Second visit, desk shown after", millisecondsSince(askedAgain), second.stop());

            assertThat(first.bytes()).as(first.heaviest()).isLessThanOrEqualTo(MOST_BYTES);
            assertThat(second.bytes()).as(second.heaviest()).isLessThanOrEqualTo(MOST_BYTES_AGAIN);
        }
    }

    private static void tell(String what, long milliseconds, SlowLine line) {
        System.out.printf(
                "%s %,d ms at %d ms: %,d bytes in %d requests%n",
                what, milliseconds, LATENCY_MILLISECONDS, line.bytes(), line.requests());
    }

    private static long millisecondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000;
    }
}
