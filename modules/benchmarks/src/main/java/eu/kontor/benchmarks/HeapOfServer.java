package eu.kontor.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's heap after everything before: what it has taken from the machine, which under load only grows. Its {@code -Xmx} keeps it
 * below that, so that the figure tells how much of it was needed.
 */
final class HeapOfServer implements Measurement {

    private static final double MOST_MEBIBYTES = 1_024;
    private static final double MEBIBYTE = 1 << 20;

    /** The same for every collector. */
    static final String COUNTERS = "PerfCounter.print";

    static final Pattern TAKEN = Pattern.compile("sun\\.gc\\.generation\\.\\d\\.capacity=(\\d+)");
    static final Pattern IN_USE = Pattern.compile("sun\\.gc\\.generation\\.\\d\\.space\\.\\d\\.used=(\\d+)");

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        String counters = Jcmd.of(bench.server().process(), COUNTERS);
        return List.of(
                Figure.of("heap of the server in use after its last collection", mebibytes(IN_USE, counters), "MiB"),
                Figure.atMost("heap of the server", mebibytes(TAKEN, counters), "MiB", MOST_MEBIBYTES));
    }

    static double mebibytes(Pattern counter, String counters) {
        Matcher each = counter.matcher(counters);
        double bytes = 0;
        while (each.find()) {
            bytes += Double.parseDouble(each.group(1));
        }
        if (bytes == 0) {
            throw new IllegalStateException("no heap in what jcmd says: " + counters);
        }
        return bytes / MEBIBYTE;
    }
}
