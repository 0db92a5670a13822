package eu.kontor.launcher.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The lines of a raw data file of the sample, unpacked. */
final class RawData {

    static final String BOOKINGS = "hotel_bookings.csv.gz";
    static final String TICKETS = "BreadBasket_DMS.csv.gz";
    static final String PURCHASES = "CDNOW_sample.txt.gz";

    private RawData() {}

    /** What is done with a line. */
    @FunctionalInterface
    interface LineReader {
        void read(String line) throws IOException;
    }

    /** Passes over the first {@code headerLines}. A stray NUL byte (the bakery's data has one) is left out. */
    static void read(String name, int headerLines, LineReader reader) throws IOException {
        InputStream packed = RawData.class.getResourceAsStream("/sample/" + name);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            for (int i = 0; i < headerLines; i++) {
                lines.readLine();
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.read(line.replace("\u0000", ""));
            }
        }
    }
}
