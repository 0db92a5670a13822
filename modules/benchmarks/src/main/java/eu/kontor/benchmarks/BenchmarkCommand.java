package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Options.Scale;
import eu.kontor.launcher.LauncherFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;

/**
 * {@code ./kontor bench [--quick] [--page] [--profile] [--only A,B]}: measures, prints a table as it goes, and writes
 * {@code .kontor/bench/results.json} after each measurement. Settings: {@code KONTOR_BENCH_PORT_BASE}, {@code KONTOR_BENCH_DIRECTORY}. Exit
 * status: 1 when something could not be measured, 2 when it did not begin.
 */
public final class BenchmarkCommand {

    /** Beside the ports of {@code ./kontor up}, whose base is 9000. */
    private static final int DEFAULT_PORT_BASE = 21_500;

    /** Where {@code --page} writes, in the checkout. */
    private static final Path DOCUMENTATION = Path.of("modules/benchmarks/docs");

    /**
     * In this order: references right before what is compared with them, what looks at all rows before there are too many, and what needs the
     * machine for itself before the server runs.
     */
    private static final List<Measurement> MEASUREMENTS = List.of(
            new OnePerTransaction(),
            new BatchPosting(),
            new GatheredPosting(),
            new CopiedRows(),
            new FeedToPosted(),
            new DiskUse(),
            new WholeLedger(),
            new FullLedger(),
            new OnePerTransactionAgain(),
            new HttpEarning(),
            new HttpRedeeming(),
            new HttpAsking(),
            new HeapOfServer());

    private BenchmarkCommand() {}

    public static void main(String[] words) throws Exception {
        LogManager.getLogManager().readConfiguration(BenchmarkCommand.class.getResourceAsStream("/logging.properties"));
        try {
            Arguments arguments = Arguments.of(
                    List.of(words), MEASUREMENTS.stream().map(Measurement::name).toList());
            Options options = new Options(
                    Path.of(setting("KONTOR_BENCH_DIRECTORY", ".kontor/bench")),
                    portBase(),
                    arguments.isQuick() ? Scale.QUICK : Scale.FULL,
                    arguments.isProfiled());
            System.exit(run(arguments, options) ? 0 : 1);
        } catch (LauncherFailure e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @return whether everything was measured */
    private static boolean run(Arguments arguments, Options options) throws Exception {
        List<Measurement> measurements = MEASUREMENTS.stream()
                .filter(each -> each.isReference()
                        || arguments.only().isEmpty()
                        || arguments.only().contains(each.name()))
                .toList();
        BenchmarkProgress progress = new BenchmarkProgress(options, measurements);
        Clock clock = Clock.systemUTC();
        Machine machine = Machine.of(options.directory());
        System.out.println(machine.line() + ", " + options.scale().name().toLowerCase(Locale.ROOT));
        Results results = new Results(options.directory().resolve("results.json"), machine.line(), clock);
        References references = new References();
        List<String> settings;
        boolean isComplete;
        try (Bench bench = new Bench(options, clock)) {
            isComplete = measure(bench, measurements, references, progress, results);
            settings = isComplete ? bench.settings() : List.of();
        }
        results.add(List.of(Figure.of("peak heap of the load generator", peakHeapMebibytes(), "MiB")));
        Results.writeCurves(options.directory().resolve("curves.json"), references.curves());
        Path page = arguments.isForDocumentation() && isComplete
                ? DOCUMENTATION
                : options.directory().resolve("page");
        String took = BenchmarkProgress.clock(progress.elapsed()) + " minutes";
        new ResultsPage(new ResultsPage.Run(
                        arguments.command(),
                        clock.instant(),
                        took,
                        machine,
                        settings,
                        results.figures(),
                        references.curves()))
                .write(page);
        System.out.println("\nWritten to " + options.directory().resolve("results.json")
                + ", curves.json beside it, and " + page.resolve("results.md") + "; it took " + took);
        return isComplete;
    }

    /** One after the other; what comes after a failure is not measured, because it may need what failed. */
    private static boolean measure(
            Bench bench,
            List<Measurement> measurements,
            References references,
            BenchmarkProgress progress,
            Results results)
            throws IOException {
        boolean isComplete = true;
        for (Measurement measurement : measurements) {
            List<Figure> measured = List.of(Figure.notMeasured(measurement.title()));
            if (isComplete) {
                progress.begins(measurement);
                try {
                    measured = measurement.measure(bench, references);
                } catch (Exception e) {
                    isComplete = false;
                    if (!bench.isLeft()) {
                        e.printStackTrace();
                    }
                }
            }
            measured.forEach(figure -> System.out.println(figure.line()));
            results.add(measured);
        }
        return isComplete;
    }

    private static int portBase() {
        String base = setting("KONTOR_BENCH_PORT_BASE", String.valueOf(DEFAULT_PORT_BASE));
        try {
            return Integer.parseInt(base);
        } catch (NumberFormatException e) {
            throw new LauncherFailure("KONTOR_BENCH_PORT_BASE must be a number, not " + base + ".", e);
        }
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
