package eu.kontor.files.api;

import com.github.pjfanning.xlsx.StreamingReader;
import com.github.pjfanning.xlsx.exceptions.OpenException;
import com.github.pjfanning.xlsx.exceptions.ParseException;
import com.github.pjfanning.xlsx.exceptions.ReadException;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** The first visible sheet of a workbook as comma separated text, row by row: line 7 of the text is row 7 of the sheet. */
final class Workbook {

    /** No till has more columns; a bomb has. */
    private static final int MOST_COLUMNS = 500;

    /** All texts of a workbook are in memory while it is read. */
    private static final long MOST_BYTES_OF_TEXTS = 32L * 1024 * 1024;

    private static final long MOST_BYTES_OF_SHEET = 1024L * 1024 * 1024;
    private static final int ROWS_IN_MEMORY = 50;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Digits that a spreadsheet keeps of a number. */
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_DECIMALS = 4;

    /** A number with so many decimals looks like thousands in half of Europe. */
    private static final int AMBIGUOUS_DECIMALS = 3;

    private final Path file;
    private final String fileName;

    Workbook(Path file, String fileName) {
        this.file = file;
        this.fileName = fileName;
    }

    void writeFirstSheet(Path to) throws IOException {
        refuseTooManyTexts();
        ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_SHEET);
        try (org.apache.poi.ss.usermodel.Workbook workbook = StreamingReader.builder()
                        .rowCacheSize(ROWS_IN_MEMORY)
                        .bufferSize(BUFFER_BYTES)
                        .open(file.toFile());
                BufferedWriter out =
                        new BufferedWriter(new OutputStreamWriter(OwnFiles.write(to), StandardCharsets.UTF_8))) {
            write(firstVisible(workbook), out);
        } catch (OpenException | ReadException | ParseException | IllegalStateException damaged) {
            throw new Refusal(RefusalCode.FEED_ARCHIVE_UNREADABLE, "file", fileName);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal(RefusalCode.FEED_ARCHIVE_UNREADABLE, "file", fileName);
        }
    }

    private static Sheet firstVisible(org.apache.poi.ss.usermodel.Workbook workbook) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (!workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i)) {
                return workbook.getSheetAt(i);
            }
        }
        return workbook.getSheetAt(0);
    }

    private static void write(Sheet sheet, BufferedWriter out) throws IOException {
        int line = 0;
        for (Row row : sheet) {
            for (; line < row.getRowNum(); line++) {
                out.write('\n');
            }
            int column = 0;
            for (Cell cell : row) {
                if (cell.getColumnIndex() >= MOST_COLUMNS) {
                    break;
                }
                String text = text(cell);
                if (!text.isEmpty()) {
                    for (; column < cell.getColumnIndex(); column++) {
                        out.write(',');
                    }
                    out.write(quoted(text));
                }
            }
            out.write('\n');
            line++;
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? moment(cell) : number(cell.getNumericCellValue());
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> "#ERROR";
            default -> "";
        };
    }

    private static String moment(Cell cell) {
        double value = cell.getNumericCellValue();
        LocalDateTime moment = cell.getLocalDateTimeCellValue();
        if (moment == null) {
            return number(value);
        }
        if (value < 1) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.withNano(0).toString();
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "#ERROR";
        }
        BigDecimal number = new BigDecimal(value).round(KEPT).stripTrailingZeros();
        if (number.scale() <= 0) {
            return number.toPlainString();
        }
        BigDecimal rounded =
                number.scale() > MOST_DECIMALS ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : number;
        return rounded.scale() == AMBIGUOUS_DECIMALS
                ? rounded.setScale(MOST_DECIMALS).toPlainString()
                : rounded.toPlainString();
    }

    /** A line break in a cell would make its row two lines. */
    private static String quoted(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        boolean isPlain = line.indexOf(',') < 0 && line.indexOf('"') < 0;
        return isPlain ? line : '"' + line.replace("\"", "\"\"") + '"';
    }

    private void refuseTooManyTexts() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry texts = zip.getEntry("xl/sharedStrings.xml");
            if (texts == null) {
                return;
            }
            byte[] buffer = new byte[BUFFER_BYTES];
            long bytes = 0;
            try (InputStream in = zip.getInputStream(texts)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > MOST_BYTES_OF_TEXTS) {
                        throw new Refusal(
                                RefusalCode.FEED_ARCHIVE_TOO_LARGE, "file", fileName, "limit", MOST_BYTES_OF_TEXTS);
                    }
                }
            }
        }
    }
}
