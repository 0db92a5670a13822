package eu.kontor.portal.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.views.Journey.Cost;
import eu.kontor.portal.views.PreviewBrowser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Journeys of the five people, held to {@code journeys.txt}. The fifth, the member, has no application yet. What was measured is left in
 * {@code target/journeys.txt}.
 */
class JourneysTest {

    private static final Path BUDGET = Path.of("journeys.txt");
    private static final Path REPORT = Path.of("target", "journeys.txt");

    private static final Map<String, Measured> MEASURED = new LinkedHashMap<>();
    private static Map<String, Budgeted> budget;

    private record Budgeted(Cost cost, String journey) {}

    private record Measured(Cost cost, Budgeted budget) {}

    @BeforeAll
    static void what_each_may_cost() throws IOException {
        Map<String, Budgeted> read = new LinkedHashMap<>();
        for (String line : Files.readAllLines(BUDGET)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+", 5);
                Cost cost = new Cost(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
                read.put(words[0], new Budgeted(cost, words[4]));
            }
        }
        budget = read;
    }

    @AfterAll
    static void the_table() throws Exception {
        PreviewBrowser.reopenTheMonth();
        List<String> lines = new ArrayList<>();
        lines.add("person     keystrokes  clicks  milliseconds  journey");
        MEASURED.forEach((person, measured) -> lines.add(String.format(
                "%-10s %s  %s", person, measured.cost(), measured.budget().journey())));
        lines.add("member     there is no application for members yet");
        lines.add("Not measured yet: an admin changes a rule of the program; finance disputes, accepts and pays.");
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, lines);
    }

    @Test
    void a_cashier_from_the_scan_to_the_receipt() throws Exception {
        Page page = signedIn("cashier", "front-desk");
        page.locator(".k-finder-field input").click();
        Journey journey = new Journey(page);

        journey.scan(PreviewDesk.cardOf(3).value());
        journey.type("12.40");
        journey.press("Enter");

        hold("cashier", journey.until(page.getByText("earned on €12.40")));
    }

    @Test
    void an_admin_to_a_colleagues_goodwill() throws Exception {
        Page page = signedIn("admin", "");
        Journey journey = new Journey(page);

        journey.click(page.locator(".k-nav a").filter(named("Goodwill")));
        journey.click(page.locator(".k-correction").filter(named("+1,200")).locator("vaadin-button[theme~=primary]"));

        hold("admin", journey.until(page.locator(".k-notice[data-kind=success]").first()));
    }

    @Test
    void finance_to_the_statement() throws Exception {
        Page page = signedIn("finance", "");
        Journey journey = new Journey(page);

        journey.click(page.locator(".k-nav a").filter(named("Settlement")));
        journey.click(page.locator("vaadin-grid-cell-content a")
                .filter(named("October"))
                .first());

        hold("finance", journey.until(page.locator(".k-seal").first()));
    }

    @Test
    void the_operator_to_the_close() throws Exception {
        Page page = signedIn("operator", "");
        Journey journey = new Journey(page);

        journey.click(page.locator(".k-nav a").filter(named("Settlement")));
        journey.click(page.locator(".k-invitation vaadin-button"));
        journey.click(page.locator(".k-close vaadin-button[theme~=primary]"));
        journey.click(page.locator("vaadin-dialog vaadin-button").filter(named("Close the month")));

        hold("operator", journey.until(page.getByText("The statements are published.")));
    }

    private static Page signedIn(String person, String place) throws Exception {
        PreviewPage view = PreviewBrowser.page(person, Screen.DESK, "en").open(place);
        view.settle();
        return view.page();
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static void hold(String person, Cost cost) {
        Budgeted mine = budget.get(person);
        MEASURED.put(person, new Measured(cost, mine));
        assertThat(cost)
                .as("%s, of which %s is the budget in %s", mine.journey(), mine.cost(), BUDGET)
                .matches(measured -> measured.isWithin(mine.cost()), "is within it");
    }
}
