package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finance clerk drops files and reads what became of them. */
class AnImportTest {

    private static final String UNKNOWN_CARD = "9724019999999994";

    private DeskSteps desk;

    @BeforeEach
    void signIn() {
        desk = BrowserSystem.running().desk(People.HOTEL_FINANCE);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void accounts_for_every_line_and_hands_out_the_refused_ones_with_their_reason() {
        String refused = TillFiles.line(UNKNOWN_CARD, "10.00", "I-1");
        String skipped = TillFiles.line("", "10.00", "I-2");

        ImportsPage imports = desk.imports().drop("purchases-week.csv", TillFiles.file(refused, skipped));

        assertThat(imports.state()).isEqualTo("Done, 1 line refused");
        assertThat(imports.figure("Refused")).isEqualTo("1");
        assertThat(imports.figure("Skipped")).isEqualTo("1");
        assertThat(imports.figure("Lines read")).isEqualTo("2");
        assertThat(imports.downloadRejects()).contains(refused).contains("kontor_reason");
    }

    @Test
    void says_of_an_unreadable_file_what_to_do() {
        ImportsPage imports = desk.imports().drop("purchases-nothing.csv", "card,outlet\n");

        assertThat(imports.state()).isEqualTo("Not readable");
        assertThat(imports.why()).contains("nothing was posted");
    }
}
