package eu.kontor.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's heap after everything before: what it has taken from the machine, which under load only grows. */
final class HeapOfServer implements Measurement {

    private static final double MOST_MEBIBYTES = 1_024;
    private static final double KIBIBYTES = 1_024;
    private static final Pattern TAKEN = Pattern.compile("heap .*committed (\\d+)K, used (\\d+)K");

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        String said = Jcmd.of(bench.server().process(), "GC.heap_info");
        Matcher heap = TAKEN.matcher(said);
        if (!heap.find()) {
            throw new IllegalStateException("no heap in what jcmd says: " + said);
        }
        return List.of(
                Figure.of("heap of the server in use at the end", Double.parseDouble(heap.group(2)) / KIBIBYTES, "MiB"),
                Figure.atMost(
                        "heap of the server", Double.parseDouble(heap.group(1)) / KIBIBYTES, "MiB", MOST_MEBIBYTES));
    }
}
