package eu.kontor.it.browser;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member's page. */
record MemberPage(DeskSteps desk) {

    private static final Pattern PLACE = Pattern.compile("^.*/(members/\\d+)");

    /** Where this page is, below the portal's address; the address follows a moment after the page is shown. */
    String place() {
        desk.page().waitForURL(url -> PLACE.matcher(url).find());
        Matcher address = PLACE.matcher(desk.page().url());
        if (!address.find()) {
            throw new IllegalStateException(
                    "not a member's page: " + desk.page().url());
        }
        return address.group(1);
    }

    /** The newest card's sixteen digits. */
    String card() {
        return desk.page()
                .locator(".k-card-row .k-id button")
                .first()
                .innerText()
                .replaceAll("\\D", "");
    }

    /** What could be redeemed now, as it is written. */
    String balance() {
        return desk.page().locator(".k-balance").innerText();
    }
}
