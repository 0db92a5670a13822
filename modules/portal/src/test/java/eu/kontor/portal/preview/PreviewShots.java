package eu.kontor.portal.preview;

import com.microsoft.playwright.Page;
import eu.kontor.portal.preview.Pictures.Shot;
import java.util.List;

/** What to take pictures of: one line per state of a view worth looking at. */
final class PreviewShots {

    private PreviewShots() {}

    private static void type(Page page, String field, String text) {
        page.locator(field).first().fill(text);
    }

    static List<Shot> all() {
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
                }),
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
                new Shot("not-permitted", "cashier", "tenants"),
                new Shot("not-found", "admin", "nowhere"),
                new Shot("no-tenant", "nobody", ""),
                new Shot("signed-out", "out", ""));
    }
}
