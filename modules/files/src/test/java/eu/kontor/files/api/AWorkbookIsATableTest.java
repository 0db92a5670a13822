package eu.kontor.files.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AWorkbookIsATableTest {

    @TempDir
    private Path folder;

    @Test
    void rows_are_lines_and_cells_are_what_a_person_sees() throws IOException {
        assertThat(lines(workbook()))
                .isEqualTo("My shop\n\ncard,day,at,amount,weight,note\n"
                        + "\"9724010000000013\",2026-10-03,2026-10-03T18:30,12.5,1.2340,\"a, \"\"b\"\" c\"\n"
                                .replace("\"9724010000000013\"", "9724010000000013")
                        + ",2026-10-04,,3\n");
    }

    @Test
    void an_entity_that_grows_a_sheet_that_grows_and_texts_without_end_are_refused() throws IOException {
        byte[] good = workbook();
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

        refused(replaced(good, "xl/worksheets/sheet2.xml", text -> text.replaceFirst("<worksheet", bomb + "<worksheet")
                .replaceFirst(
                        "<sheetData>", "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")));
        refused(replaced(
                good,
                "xl/worksheets/sheet2.xml",
                text -> text.replaceFirst("<sheetData>", "<sheetData>" + "<row r=\"1\"></row>".repeat(4_000_000))));
        refused(replaced(
                good,
                "xl/sharedStrings.xml",
                text -> text.replaceFirst("<si>", "<si><t>x</t></si>".repeat(3_000_000) + "<si>")));
        refused(replaced(good, "xl/worksheets/sheet2.xml", text -> text.substring(0, text.length() / 2)));
    }

    private void refused(byte[] content) {
        assertThatThrownBy(() -> lines(content))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isIn(RefusalCode.FEED_ARCHIVE_UNREADABLE, RefusalCode.FEED_ARCHIVE_TOO_LARGE));
    }

    private String lines(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("book.xlsx"), content);
        PlainFile.Plain plain = new PlainFile(file, "book.xlsx").make(folder.resolve("copy"));
        assertThat(plain.isSheet()).isTrue();
        return Files.readString(plain.file());
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Hidden").createRow(0).createCell(0).setCellValue("nothing");
            book.setSheetHidden(0, true);
            Sheet sheet = book.createSheet("Sales");
            book.setActiveSheet(1);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            sheet.createRow(0).createCell(0).setCellValue("My shop");
            Row header = sheet.createRow(2);
            String[] names = {"card", "day", "at", "amount", "weight", "note"};
            for (int i = 0; i < names.length; i++) {
                header.createCell(i).setCellValue(names[i]);
            }
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("9724010000000013");
            row.createCell(1).setCellValue(LocalDateTime.of(2026, 10, 3, 0, 0));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue(LocalDateTime.of(2026, 10, 3, 18, 30));
            row.getCell(2).setCellStyle(day);
            row.createCell(3).setCellValue(12.5);
            row.createCell(4).setCellValue(1.234);
            row.createCell(5).setCellValue("a, \"b\"\nc");
            Row last = sheet.createRow(4);
            last.createCell(1).setCellValue(LocalDateTime.of(2026, 10, 4, 0, 0));
            last.getCell(1).setCellStyle(day);
            last.createCell(3).setCellFormula("1+2");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
            return out.toByteArray();
        }
    }

    private interface Change {
        String of(String text);
    }

    private static byte[] replaced(byte[] book, String entryName, Change change) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(book));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                write(in, out, entry.getName().equals(entryName), change);
            }
        }
        return changed.toByteArray();
    }

    private static void write(InputStream in, OutputStream out, boolean isChanged, Change change) throws IOException {
        byte[] content = in.readAllBytes();
        out.write(
                isChanged
                        ? change.of(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                        : content);
    }
}
