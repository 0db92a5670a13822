package eu.kontor.launcher.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.TreeMap;

/** One kind of file of one brand, a file per month: {@code <folder>/<month>/<slug>/<kind>-<month>.csv}. */
final class MonthlyFiles implements AutoCloseable {

    private final Path folder;
    private final SampleTenant brand;
    private final String kind;
    private final String header;
    private final TreeMap<YearMonth, BufferedWriter> open = new TreeMap<>();

    MonthlyFiles(Path folder, SampleTenant brand, String kind, String header) {
        this.folder = folder;
        this.brand = brand;
        this.kind = kind;
        this.header = header;
    }

    void write(LocalDate date, String line) throws IOException {
        YearMonth month = YearMonth.from(date);
        BufferedWriter writer = open.get(month);
        if (writer == null) {
            Path file = folder.resolve(month.toString()).resolve(brand.slug()).resolve(kind + "-" + month + ".csv");
            Files.createDirectories(file.getParent());
            writer = Files.newBufferedWriter(file);
            writer.append(header).append('\n');
            open.put(month, writer);
        }
        writer.append(line).append('\n');
    }

    @Override
    public void close() throws IOException {
        for (BufferedWriter writer : open.values()) {
            writer.close();
        }
    }
}
