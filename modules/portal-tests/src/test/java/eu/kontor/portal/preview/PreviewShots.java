package eu.kontor.portal.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import eu.kontor.portal.preview.Pictures.Shot;
import java.util.List;
import java.util.stream.Stream;

/** What to take pictures of: one line per state of a view worth looking at. */
final class PreviewShots {

    private static final int ANSWER_MILLISECONDS = 400;

    private PreviewShots() {}

    private static void type(Page page, String field, String text) {
        page.locator(field).first().fill(text);
    }

    private static void earn(Page page, String amount) {
        type(page, ".k-till-amount input", amount);
        page.locator(".k-till-amount input").first().press("Enter");
        page.waitForTimeout(ANSWER_MILLISECONDS);
    }

    static List<Shot> all() {
        return Stream.of(views(), office(), program(), trust(), returns(), layouts(), doubt(), past())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Shot> views() {
        return List.of(
                new Shot("overview", "admin", ""),
                new Shot("overview-operator", "operator", ""),
                new Shot("frontdesk", "cashier", "front-desk"),
                new Shot("frontdesk-guest", "cashier", "front-desk?q=" + PreviewWorld.card(2), page -> {
                    type(page, ".k-till-amount input", "12.40");
                }),
                new Shot("frontdesk-several", "cashier", "front-desk?q=mar"),
                new Shot("frontdesk-redeemed", "cashier", "front-desk?q=" + PreviewWorld.card(3), page -> {
                    page.locator(".k-till-amount input").nth(1).fill("1240");
                    page.locator("vaadin-password-field input").fill("2468");
                    page.keyboard().press("Enter");
                }),
                new Shot("frontdesk-gift", "cashier", "front-desk?q=" + PreviewWorld.card(3), page -> {
                    page.keyboard().press("F10");
                    page.locator(".k-side-panel input")
                            .first()
                            .fill(PreviewWorld.card(4).value());
                    page.keyboard().press("Enter");
                    page.locator(".k-side-panel .k-till-amount input").fill("300");
                }),
                new Shot("frontdesk-given", "cashier", "front-desk?q=" + PreviewWorld.card(3), page -> {
                    page.keyboard().press("F10");
                    page.locator(".k-side-panel input")
                            .first()
                            .fill(PreviewWorld.card(4).value());
                    page.keyboard().press("Enter");
                    page.locator(".k-side-panel .k-till-amount input").fill("300");
                    page.locator(".k-side-panel vaadin-password-field input").fill("2468");
                    page.keyboard().press("Enter");
                }),
                new Shot("member", "cashier", "members/3"),
                new Shot("frontdesk-blocked", "cashier", "front-desk?q=" + PreviewWorld.card(7)),
                new Shot("frontdesk-wrong", "cashier", "front-desk?q=6390120000410035"),
                new Shot("switcher", "both", "", page -> page.locator(".k-brand-menu vaadin-menu-bar-button")
                        .first()
                        .click()),
                new Shot("search", "admin", "", page -> {
                    page.keyboard().press("Control+k");
                    page.locator(".k-search-field input").fill("mar");
                }));
    }

    private static List<Shot> office() {
        return List.of(
                new Shot("statement", "finance", "settlement/2026-10/cafe-lumbre", page -> {
                    page.locator(".k-seal summary").click();
                    page.locator(".k-command").scrollIntoViewIfNeeded();
                }),
                new Shot("settlement-operator", "operator", "settlement", page -> {
                    page.locator(".k-verification").scrollIntoViewIfNeeded();
                }),
                new Shot("expiry", "operator", "expiry"),
                new Shot("expiry-many", "operator", "expiry?asOf=2027-06-01"),
                new Shot("expiry-nobody", "operator", "expiry?asOf=2026-10-01"),
                new Shot("expiry-error", "operator", "expiry?asOf=2030-01-01"),
                new Shot("expiry-tell", "operator", "expiry?panel=tell"),
                new Shot("expiry-run", "operator", "expiry?panel=run"),
                new Shot("member-consent", "cashier", "members/3", page -> {
                    page.locator(".k-consent").scrollIntoViewIfNeeded();
                    page.locator(".k-consent vaadin-details-summary").first().click();
                    page.waitForTimeout(ANSWER_MILLISECONDS);
                }),
                new Shot("member-agrees", "cashier", "members/6", page -> {
                    page.locator(".k-consent vaadin-button").first().click();
                    page.waitForTimeout(ANSWER_MILLISECONDS);
                }),
                new Shot("member-erased", "operator", "members/9"),
                new Shot("member-erase", "operator", "members/3", page -> {
                    page.locator("vaadin-button[theme~=error]").first().click();
                    page.waitForTimeout(ANSWER_MILLISECONDS);
                }),
                new Shot("privacy", "operator", "privacy"),
                new Shot("messages", "operator", "messages"),
                new Shot("message", "operator", "messages?message=17"),
                new Shot("not-permitted", "cashier", "tenants"),
                new Shot("not-found", "admin", "nowhere"),
                new Shot("no-tenant", "nobody", ""),
                new Shot("signed-out", "out", ""));
    }

    private static List<Shot> program() {
        return List.of(
                new Shot("program", "admin", "program"),
                new Shot("program-operator", "operator", "program"),
                new Shot("program-draft", "admin", "program/draft/8", page -> {
                    page.locator(".k-program-rule vaadin-big-decimal-field input")
                            .first()
                            .fill("5");
                    page.keyboard().press("Tab");
                    page.waitForTimeout(ANSWER_MILLISECONDS);
                }),
                new Shot("program-promotion", "admin", "program/draft/8", page -> page.locator(".k-promotion")
                        .evaluate("promotion => promotion.scrollIntoView({block: 'start'})")),
                new Shot("program-approval", "admin", "program/draft/7"));
    }

    private static List<Shot> trust() {
        return List.of(
                new Shot("member-merge", "cashier", "members/4", page -> {
                    page.locator(
                                    "vaadin-button:has-text(\"Merge another\"), vaadin-button:has-text(\"Unir otro\"), vaadin-button:has-text(\"合并到此会员\")")
                            .first()
                            .click();
                    page.locator("vaadin-dialog input")
                            .first()
                            .fill(PreviewWorld.card(5).value());
                    page.locator(".k-asked vaadin-button").first().click();
                    page.waitForTimeout(ANSWER_MILLISECONDS);
                }),
                new Shot("signals", "admin", "signals"),
                new Shot("signal", "operator", "signals?signal=9"),
                new Shot("audit", "admin", "audit"),
                new Shot("audit-entry", "operator", "audit", page -> page.locator(
                                "vaadin-grid-cell-content:visible .k-strong")
                        .first()
                        .click()),
                new Shot("member-purchase", "cashier", "members/3", page -> page.locator("button.k-activity-entry")
                        .first()
                        .click()));
    }

    private static List<Shot> returns() {
        return List.of(
                new Shot("corrections", "admin", "corrections"),
                new Shot(
                        "frontdesk-goodwill",
                        "cashier",
                        "front-desk?card=" + PreviewWorld.card(3),
                        page -> page.locator(".k-desk-rarer vaadin-button")
                                .nth(1)
                                .click()),
                new Shot("frontdesk-part", "cashier", "front-desk?card=" + PreviewWorld.card(3), page -> {
                    type(page, ".k-till-amount input", "12.40");
                    page.locator(".k-points-part vaadin-button").first().click();
                    page.locator(".k-points-part .k-till-amount input").fill("300");
                    page.locator(".k-bill-more vaadin-details-summary").click();
                }),
                new Shot(
                        "frontdesk-undo",
                        "cashier",
                        "front-desk?card=" + PreviewWorld.card(3),
                        page -> earn(page, "12.40")),
                new Shot("member-redemption", "cashier", "members/3", page -> page.locator("button.k-activity-entry")
                        .nth(2)
                        .click()),
                new Shot("frontdesk-return", "cashier", "front-desk?q=" + PreviewWorld.card(3), page -> page.locator(
                                ".k-visits vaadin-button")
                        .first()
                        .click()),
                new Shot("frontdesk-exchange", "cashier", "front-desk?q=" + PreviewWorld.card(3), page -> {
                    page.locator(".k-visits vaadin-button").first().click();
                    page.locator(".k-side-panel .k-till + vaadin-button").click();
                    page.locator(".k-exchange .k-till-amount input").last().fill("30.00");
                    page.waitForTimeout(ANSWER_MILLISECONDS);
                }),
                new Shot("frontdesk-known", "cashier", "front-desk?card=" + PreviewWorld.card(3), page -> {
                    for (int i = 0; i < 2; i++) {
                        page.locator(".k-earn .k-till-bill input").fill("4711");
                        earn(page, "12.40");
                    }
                }),
                new Shot(
                        "frontdesk-nothing-paid",
                        "cashier",
                        "front-desk?card=" + PreviewWorld.card(3),
                        page -> earn(page, "0")),
                new Shot("frontdesk-move", "cashier", "front-desk?q=" + PreviewWorld.card(3), page -> page.locator(
                                ".k-visits vaadin-button")
                        .nth(1)
                        .click()),
                new Shot("member-replace", "cashier", "members/3", page -> page.locator(".k-card-row vaadin-button")
                        .nth(1)
                        .click()));
    }

    private static List<Shot> layouts() {
        return List.of(
                new Shot("imports", "finance", "imports"),
                new Shot("held", "finance", "imports/held"),
                new Shot("new-layout", "finance", "imports/new-layout"),
                new Shot("new-layout-mapped", "finance", "imports/new-layout", PreviewShots::dropSample),
                new Shot("new-layout-tried", "finance", "imports/new-layout", page -> {
                    dropSample(page);
                    page.locator("vaadin-button[theme~=primary]").last().click();
                }));
    }

    private static void dropSample(Page page) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "kasse.csv", "text/csv", "Belegnr;Datum;Betrag\n1;03.10.2026;9,50\n".getBytes(UTF_8)));
        page.waitForTimeout(ANSWER_MILLISECONDS);
    }

    private static List<Shot> doubt() {
        return List.of(
                new Shot("frontdesk-unanswered", "cashier", "front-desk?q=" + PreviewWorld.card(2), page -> {
                    earn(page, FakeCheckout.UNANSWERED.toPlainString());
                }),
                new Shot("frontdesk-doubt", "cashier", "front-desk?q=" + PreviewWorld.card(2), page -> {
                    earn(page, FakeCheckout.UNANSWERED.toPlainString());
                    earn(page, "14.20");
                    page.locator("vaadin-confirm-dialog vaadin-button").first().waitFor();
                }),
                new Shot("frontdesk-finished", "cashier", "front-desk?q=" + PreviewWorld.card(2), page -> {
                    earn(page, FakeCheckout.UNANSWERED.toPlainString());
                    earn(page, "14.20");
                    page.locator("vaadin-confirm-dialog vaadin-button").first().waitFor();
                    page.keyboard().press("Enter");
                }));
    }

    private static List<Shot> past() {
        return List.of(
                new Shot("past-statement", "finance", "settlement/2026-10/cafe-lumbre?asOf=2026-10-31T23:59"),
                new Shot("past-window", "operator", "settlement/2026-10?asOf=2026-10-31T23:59"),
                new Shot("past-future", "operator", "settlement/2026-10?asOf=2026-12-31T23:59"),
                new Shot("past-empty", "finance", "settlement/2026-10/cafe-lumbre?asOf=2026-09-15T12:00"),
                new Shot("past-member", "operator", "members/4?asOf=2026-10-31T23:59"),
                new Shot("past-member-empty", "operator", "members/3?asOf=2025-10-31T23:59"),
                new Shot("past-member-future", "operator", "members/3?asOf=2027-10-31T23:59"),
                new Shot("past-now", "operator", "settlement/2026-10"));
    }
}
