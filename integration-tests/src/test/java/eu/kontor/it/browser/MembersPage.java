package eu.kontor.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The list of members and the panel that enrols one. */
record MembersPage(DeskSteps desk) {

    /** Fills in the panel that enrols a member, and does not send it. */
    Page fillEnrolment(String givenName, String familyName, String code) {
        Page page = desk.page();
        desk.button("Enrol a member").first().click();
        page.getByLabel("Given name").fill(givenName);
        page.getByLabel("Family name").fill(familyName);
        page.getByLabel("Confirmation code").fill(code);
        return page;
    }

    /** Enrols a member and leads to the member's page. */
    MemberPage enrol(String givenName, String familyName, String code) {
        Page page = fillEnrolment(givenName, familyName, code);
        desk.button("Enrol and issue the card").click();
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions()
                                .setName(givenName + " " + familyName)
                                .setLevel(1))
                .waitFor();
        return new MemberPage(desk);
    }

    void search(String text) {
        desk.page().getByLabel("Search members").fill(text);
    }

    /** The number of rows found, as the filter's sentence ends. */
    String outcome() {
        return desk.page().locator(".k-filter-outcome").innerText();
    }
}
