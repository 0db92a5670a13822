package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AColumnMayStandThereTwiceTest {

    private final FeedStage stage = FeedStage.open("twice" + System.nanoTime());
    private final List<String> line =
            List.of(FeedStage.card(81), "main", "12.50", "EUR", "2026-10-03", "T1", "a", "b", "9.99");

    @ParameterizedTest
    @ValueSource(strings = {"day.csv", "day.xlsx"})
    void if_nothing_reads_it_and_the_receipt_says_so(String file) throws IOException {
        FeedReceipt receipt = stage.process(file, table(file, "Note", "note ", "Note"));

        assertThat(receipt.state()).isEqualTo(State.DONE);
        assertThat(receipt.linesPosted()).isEqualTo(1);
        assertThat(receipt.columnsRepeated()).containsExactly("Note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day.csv", "day.xlsx"})
    void but_not_if_nobody_knows_which_one_counts(String file) throws IOException {
        FeedReceipt receipt = stage.process(file, table(file, "note", "tax", "Amount"));

        assertThat(receipt.state()).isEqualTo(State.REFUSED);
        assertThat(receipt.refusal().orElseThrow()).contains("amount twice");
        assertThat(stage.process("more-" + file, table(file, "a", "b", "c")).columnsRepeated())
                .isEmpty();
    }

    private byte[] table(String file, String... more) throws IOException {
        List<String> header = new java.util.ArrayList<>(List.of(FeedStage.HEADER.split(",")));
        header.addAll(List.of(more));
        if (!file.endsWith(".xlsx")) {
            return (String.join(",", header) + "\n" + String.join(",", line) + "\n").getBytes(StandardCharsets.UTF_8);
        }
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Day");
            fill(sheet.createRow(0), header);
            fill(sheet.createRow(1), line);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }
}
