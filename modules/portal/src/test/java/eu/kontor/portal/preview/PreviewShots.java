package eu.kontor.portal.preview;

import eu.kontor.portal.preview.Pictures.Shot;
import java.util.List;

/** What to take pictures of: one line per state of a view worth looking at. */
final class PreviewShots {

    private PreviewShots() {}

    static List<Shot> all() {
        return List.of(
                new Shot("overview", "admin", ""),
                new Shot("overview-operator", "operator", ""),
                new Shot("switcher", "both", "", page -> page.locator(".k-brand-menu vaadin-menu-bar-button").click()),
                new Shot("search", "admin", "", page -> {
                    page.keyboard().press("Control+k");
                    page.locator(".k-search-field input").fill("mar");
                }),
                new Shot("not-permitted", "cashier", "tenants"),
                new Shot("not-found", "admin", "nowhere"),
                new Shot("no-tenant", "nobody", ""),
                new Shot("signed-out", "out", ""));
    }
}
