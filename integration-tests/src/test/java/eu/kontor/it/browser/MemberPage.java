package eu.kontor.it.browser;

/** A member's page. */
record MemberPage(Desk desk) {

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
