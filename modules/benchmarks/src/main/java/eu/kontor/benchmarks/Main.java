package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Options.Scale;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;

/**
 * {@code ./kontor bench [--quick] [--page] [--profile] [--only A,B]}: measures, prints a table as it goes, and writes
 * {@code .kontor/bench/results.json}. Settings: {@code KONTOR_BENCH_PORT_BASE}, {@code KONTOR_BENCH_DIRECTORY}.
 */
public final class Main {

    /** Beside the ports of {@code ./kontor up}, whose base is 9000. */
    private static final int DEFAULT_PORT_BASE = 21_500;

    /** Where {@code --page} writes, in the checkout. */
    private static final Path DOCUMENTATION = Path.of("modules/benchmarks/docs");

    /** In this order: references before what is compared with them, what looks at all rows before there are too many. */
    private static final List<Measurement> MEASUREMENTS = List.of(
            new OnePerTransaction(),
            new BatchPosting(),
            new GatheredPosting(),
            new CopiedRows(),
            new DiskUse(),
            new WholeLedger(),
            new FeedToPosted(),
            new HttpEarning(),
            new HttpRedeeming(),
            new FullLedger(),
            new HttpAsking(),
            new HeapOfServer());

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().readConfiguration(Main.class.getResourceAsStream("/logging.properties"));
        List<String> words = List.of(arguments);
        Options options = new Options(
                Path.of(setting("KONTOR_BENCH_DIRECTORY", ".kontor/bench")),
                Integer.parseInt(setting("KONTOR_BENCH_PORT_BASE", String.valueOf(DEFAULT_PORT_BASE))),
                words.contains("--quick") ? Scale.QUICK : Scale.FULL,
                words.contains("--profile"));
        List<Measurement> measurements = wanted(words);
        Progress progress = new Progress(options, measurements);
        Clock clock = Clock.systemUTC();
        Machine machine = Machine.of(options.directory());
        System.out.println(machine.line() + ", " + scale(options));
        List<Figure> figures = new ArrayList<>();
        References references = new References();
        List<String> settings;
        try (Bench bench = new Bench(options, clock)) {
            for (Measurement measurement : measurements) {
                progress.begins(measurement);
                List<Figure> measured = measurement.measure(bench, references);
                measured.forEach(figure -> System.out.println(figure.line()));
                figures.addAll(measured);
            }
            settings = bench.settings();
        }
        figures.add(Figure.of("peak heap of the load generator", peakHeapMebibytes(), "MiB"));
        Results.write(options.directory().resolve("results.json"), figures, machine.line(), clock.instant());
        Results.writeCurves(options.directory().resolve("curves.json"), references.curves());
        Path page =
                words.contains("--page") ? DOCUMENTATION : options.directory().resolve("page");
        String took = Progress.clock(progress.elapsed()) + " minutes";
        new ResultsPage(new ResultsPage.Run(
                        scale(options), clock.instant(), took, machine, settings, figures, references.curves()))
                .write(page);
        System.out.println("\nWritten to " + options.directory().resolve("results.json")
                + ", curves.json beside it, and " + page.resolve("results.md") + "; it took " + took);
    }

    private static String scale(Options options) {
        return options.scale().name().toLowerCase(Locale.ROOT);
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
