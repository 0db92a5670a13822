package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import org.junit.jupiter.api.Test;

class CategoriesThatNobodyKnowsAreLookedAtTest {

    @Test
    void the_overview_leads_to_them_and_who_has_seen_them_is_left_alone() throws Exception {
        Page page = PreviewBrowser.page("admin", Screen.DESK, "en").open("").page();
        page.getByText("Your tills send 2 categories that your program does not know.")
                .click();
        assertThat(page.getByText("bred", new Page.GetByTextOptions().setExact(true)))
                .isVisible();

        page.getByText("I have seen these").click();

        assertThat(page.getByText("Kuchen XL")).isHidden();
        page.navigate(page.url().replaceAll("program.*$", ""));
        assertThat(page.locator(".k-stats")).isVisible();
        assertThat(page.getByText("categories that your program does not know")).hasCount(0);
    }
}
