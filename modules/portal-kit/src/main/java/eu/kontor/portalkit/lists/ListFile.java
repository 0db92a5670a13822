package eu.kontor.portalkit.lists;

import eu.kontor.kernel.CellText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What a list shows as a file for spreadsheets: RFC 4180 in UTF-8 with its mark, which Excel needs for accents and Chinese. Figures come
 * without separators of thousands and with a plain minus; what begins like a formula is marked as text.
 */
final class ListFile<T> {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String MINUS = "\u2212";

    private final List<ListColumn<T>> columns;
    private final String thousands;

    ListFile(List<ListColumn<T>> columns, Locale language) {
        this.columns = List.copyOf(columns);
        this.thousands =
                String.valueOf(DecimalFormatSymbols.getInstance(language).getGroupingSeparator());
    }

    /** @param rows hands out one row after the other; the output stays open */
    void write(OutputStream out, Consumer<Consumer<T>> rows) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(columns.stream().map(ListColumn::header));
        try {
            rows.accept(row -> print(csv, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private void print(CSVPrinter csv, T row) {
        try {
            csv.printRecord(columns.stream().map(column -> cell(column, row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cell(ListColumn<T> column, T row) {
        String text = column.text().apply(row);
        String plain = column.figure() ? text.replace(thousands, "").replace(MINUS, "-") : text;
        return CellText.harmless(plain);
    }
}
