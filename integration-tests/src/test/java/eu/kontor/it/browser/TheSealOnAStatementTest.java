package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.kontor.it.whole.Await;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A partner takes home what it needs to check its statement; the operator has the whole ledger verified. */
class TheSealOnAStatementTest {

    private static final String STATEMENT = "settlement/" + BrowserSystem.MONTH + "/lisboa-central";
    private static final String CODE = "471183";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void stands_there_with_evidence_program_and_the_command_that_checks_it() throws Exception {
        somebodyStayed();
        try (DeskSteps desk = BrowserSystem.running().desk(People.HOTEL_FINANCE)) {
            Locator seal = sealOn(desk);
            String hash = seal.locator(".k-id").first().innerText();
            assertThat(hash).matches("\\d+:[0-9a-f]{64}");

            Download evidence = download(desk, "Download evidence");
            Download program = download(desk, "Download the program");
            Download statement = download(desk, "Statement as CSV");
            assertThat(Files.readString(evidence.path())).startsWith("kontor evidence 1\n");
            assertThat(Files.readString(program.path())).contains("class VerifyStatement");
            assertThat(Files.readString(statement.path())).contains(",seal");

            seal.getByText("How to check this yourself").click();
            assertThat(seal.locator(".k-command").innerText())
                    .isEqualTo(String.join(
                            " ",
                            "java",
                            program.suggestedFilename(),
                            evidence.suggestedFilename(),
                            hash,
                            statement.suggestedFilename()));

            seal.getByLabel("A seal you kept earlier").fill("999999999");
            seal.getByLabel("A seal you kept earlier").press("Enter");
            desk.says("No such seal").waitFor();
        }
    }

    @Test
    void is_verified_when_the_operator_asks() {
        try (DeskSteps desk = BrowserSystem.running().desk(People.OPERATOR)) {
            desk.settlement();
            desk.button("Verify now").click();
            desk.says("Asked for by").waitFor();
            assertThat(desk.says("Everything is as it was posted").isVisible()).isTrue();
        }
    }

    private static void somebodyStayed() {
        BrowserSystem system = BrowserSystem.running();
        String card;
        try (DeskSteps desk = system.desk(People.HOTEL_ADMIN)) {
            card = desk.members().enrol("Selma", "Lacre", CODE).card();
        }
        try (DeskSteps desk = system.desk(People.HOTEL_FINANCE)) {
            ImportsPage imports =
                    desk.imports().drop("purchases-sealed.csv", TillFiles.purchases(card, "90.00", "S-1"));
            assertThat(imports.figure("Posted")).isEqualTo("1");
        }
    }

    private static Locator sealOn(DeskSteps desk) throws Exception {
        Locator hash = desk.page().locator(".k-seal .k-id").first();
        Await.until("a seal on the statement", PATIENCE, () -> {
            desk.open(STATEMENT);
            return hash.isVisible();
        });
        return desk.page().locator(".k-seal");
    }

    private static Download download(DeskSteps desk, String what) {
        Page page = desk.page();
        return page.waitForDownload(() -> page.getByText(what).click());
    }
}
