package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Options.Scale;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;

/**
 * {@code ./kontor bench [--quick]}: measures, prints a table as it goes, and writes {@code .kontor/bench/results.json}.
 * Settings: {@code KONTOR_BENCH_PORT_BASE}, {@code KONTOR_BENCH_DIRECTORY}.
 */
public final class Main {

    /** Beside the ports of {@code ./kontor up}, whose base is 9000. */
    private static final int DEFAULT_PORT_BASE = 21_500;

    /** In this order: references before what is compared with them, and what looks at all rows at the end. */
    private static final List<Measurement> MEASUREMENTS = List.of(
            new OnePerTransaction(),
            new BatchPosting(),
            new GatheredPosting(),
            new HttpEarning(),
            new HttpRedeeming(),
            new HttpAsking(),
            new HeapOfServer(),
            new CopiedRows(),
            new DiskUse(),
            new WholeLedger(),
            new FeedToPosted());

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().readConfiguration(Main.class.getResourceAsStream("/logging.properties"));
        boolean isQuick = List.of(arguments).contains("--quick");
        Clock clock = Clock.systemUTC();
        Path directory = Path.of(setting("KONTOR_BENCH_DIRECTORY", ".kontor/bench"));
        int portBase = Integer.parseInt(setting("KONTOR_BENCH_PORT_BASE", String.valueOf(DEFAULT_PORT_BASE)));
        List<Figure> figures = new ArrayList<>();
        System.out.println(Results.machine() + (isQuick ? ", quick" : ", full"));
        Options options = new Options(
                directory,
                portBase,
                isQuick ? Scale.QUICK : Scale.FULL,
                List.of(arguments).contains("--profile"));
        try (Bench bench = new Bench(options, clock)) {
            References references = new References();
            for (Measurement measurement : wanted(List.of(arguments))) {
                List<Figure> measured = measurement.measure(bench, references);
                measured.forEach(figure -> System.out.println(figure.line()));
                figures.addAll(measured);
            }
        }
        Figure heap = Figure.of("peak heap of this process", peakHeapMebibytes(), "MiB");
        System.out.println(heap.line());
        figures.add(heap);
        Path file = directory.resolve("results.json");
        Results.write(file, figures, clock.instant());
        System.out.println("Written to " + file);
    }

    /** All, or with {@code --only A,B} the references and those whose class is named so. */
    private static List<Measurement> wanted(List<String> arguments) {
        int only = arguments.indexOf("--only");
        if (only < 0) {
            return MEASUREMENTS;
        }
        List<String> names = List.of(arguments.get(only + 1).split(","));
        return MEASUREMENTS.stream()
                .filter(measurement -> measurement.isReference()
                        || names.contains(measurement.getClass().getSimpleName()))
                .toList();
    }

    private static double peakHeapMebibytes() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return bytes / (1024.0 * 1024.0);
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
