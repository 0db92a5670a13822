package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class FilesInManyWrappingsArePostedTest {

    private static final String GERMAN =
            """
            [{"name": "kasse", "layout": "purchases", "encoding": "windows-1252", "decimalMark": ",", "datePattern": "dd.MM.uuuu",
              "columns": {"card": "Kundenkarte", "amount": "Betrag", "business_date": "Datum", "reference": "Beleg"},
              "constants": {"currency": "EUR", "outlet": "main"}, "totals": ["Summe"]}]""";

    private final FeedStage stage = FeedStage.open("wrappings" + System.nanoTime());
    private final String card = FeedStage.card(31);

    @Test
    void a_workbook_whatever_its_cells_are() throws IOException {
        stage.configure(GERMAN);

        FeedReceipt receipt = stage.process("kasse.xlsx", workbook());

        assertThat(receipt.linesPosted()).isEqualTo(3);
        assertThat(receipt.skipped()).containsOnlyKeys("totals");
        assertThat(receipt.points().value()).isEqualTo(12 + 1_234 + 7);
        assertThat(stage.rejects(receipt).getLast())
                .startsWith("9724010000000010,")
                .contains(",7,feed-spoiled-by-excel,")
                .contains("a spreadsheet such as Excel");
        assertThat(stage.names(stage.folders.copies())).isEmpty();
    }

    @Test
    void packed_text_in_utf_16_although_the_mapping_says_otherwise() throws IOException {
        stage.configure(GERMAN);
        String text = "Beleg\tDatum\tKundenkarte\tBetrag\r\nÜ1\t30.10.2026\t" + card + "\t1.234,50 €\r\n";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_16));
        }

        FeedReceipt receipt = stage.process("kasse.csv.gz", packed.toByteArray());

        assertThat(receipt.points().value()).isEqualTo(1_234);
    }

    @Test
    void a_mark_of_utf_8_wins_over_the_mapping() {
        stage.configure(GERMAN);
        String text = "Beleg;Datum;Kundenkarte;Betrag\nÜ2;30.10.2026;" + card + ";(5,00\n";

        FeedReceipt marked = stage.process("kasse.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));

        assertThat(marked.linesRefused()).isEqualTo(1);
        assertThat(stage.rejectsText(marked)).contains("Ü2;30.10.2026");
        FeedReceipt unmarked = stage.process("kasse2.csv", text.getBytes(Charset.forName("windows-1252")));
        assertThat(unmarked.linesRefused()).isEqualTo(1);
    }

    @Test
    void an_empty_file_has_a_receipt() {
        assertThat(stage.process("none.csv", new byte[0]).state()).isEqualTo(State.REFUSED);
    }

    private byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("Kasse");
            sheet.createRow(0).createCell(0).setCellValue("Café Mitte, Oktober");
            Row header = sheet.createRow(2);
            String[] names = {"Kundenkarte", "Beleg", "Datum", "Betrag", "Notiz"};
            for (int i = 0; i < names.length; i++) {
                header.createCell(i).setCellValue(names[i]);
            }
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            dated(sheet, 3, card, 1, day, 12.5);
            dated(sheet, 4, card, 2, day, 1_234.0);
            Row texts = sheet.createRow(5);
            texts.createCell(0).setCellValue(card);
            texts.createCell(1).setCellValue("A-3");
            texts.createCell(2).setCellValue("03.10.2026");
            texts.createCell(3).setCellValue("7,20 €");
            dated(sheet, 6, "", 4, day, 1.0);
            sheet.getRow(6).createCell(0).setCellValue(9_724_010_000_000_010.0);
            sheet.createRow(7).createCell(1).setCellValue("Summe");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void dated(Sheet sheet, int at, String card, int reference, CellStyle day, double amount) {
        Row row = sheet.createRow(at);
        row.createCell(0).setCellValue(card);
        row.createCell(1).setCellValue(reference);
        row.createCell(2).setCellValue(LocalDate.of(2026, 10, 3));
        row.getCell(2).setCellStyle(day);
        row.createCell(3).setCellValue(amount);
    }
}
