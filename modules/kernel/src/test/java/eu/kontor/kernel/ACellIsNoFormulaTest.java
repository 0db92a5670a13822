package eu.kontor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ACellIsNoFormulaTest {

    private static final String ALPHABET = "'=+-@\t\r\n\uFF1D19., %aé";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"https://elsewhere.example\")",
                "+cmd|' /C calc'!A0",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\uFF1D1+1",
                "'=1+1",
                "''@x"
            })
    void what_a_spreadsheet_would_compute_is_marked_and_comes_back(String text) {
        assertThat(CellText.harmless(text)).isEqualTo("'" + text);
        assertThat(CellText.original(CellText.harmless(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Ana", "-12.50", "+351 912 345 678", "-1.234,5", "'twas", "'", "O'Hara", "a=b", "5-3", "+4%"
            })
    void everything_else_stays_as_it_is(String text) {
        assertThat(CellText.harmless(text)).isEqualTo(text);
        assertThat(CellText.original(text)).isEqualTo(text);
    }

    @Test
    void whatever_the_text_it_comes_back_and_no_cell_begins_a_formula() {
        Random random = new Random(20_261_127);
        for (int round = 0; round < 100_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            String text = made.toString();
            String cell = CellText.harmless(text);
            assertThat(CellText.original(cell)).isEqualTo(text);
            assertThat(cell.isEmpty() || cell.charAt(0) == '\'' || !CellText.isLikeAFormula(cell))
                    .isTrue();
        }
    }
}
