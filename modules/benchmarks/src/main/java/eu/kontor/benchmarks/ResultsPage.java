package eu.kontor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of the documentation that a run writes: what was measured, how, on what, and what was not. */
final class ResultsPage {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Run run;

    /**
     * @param command that was typed
     * @param settings of PostgreSQL and the server, one per line
     */
    record Run(
            String command,
            Instant date,
            String took,
            Machine machine,
            List<String> settings,
            List<Figure> figures,
            List<Curve> curves) {}

    ResultsPage(Run run) {
        this.run = run;
    }

    /** Writes {@code results.md} and a picture per curve. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Curve curve : run.curves()) {
            Plots.draw(curve, folder);
        }
        Files.writeString(folder.resolve("results.md"), text());
    }

    private String text() throws IOException {
        return BenchmarkSql.text("/page/results.md")
                .replace("{command}", run.command())
                .replace("{date}", MINUTE.format(run.date()))
                .replace("{took}", run.took())
                .replace(
                        "{floors}",
                        table(
                                run.figures().stream()
                                        .filter(ResultsPage::isAsked)
                                        .toList(),
                                true))
                .replace(
                        "{others}",
                        table(
                                run.figures().stream()
                                        .filter(figure -> !isAsked(figure))
                                        .toList(),
                                false))
                .replace(
                        "{plots}",
                        run.curves().stream().map(ResultsPage::picture).collect(Collectors.joining("\n\n")))
                .replace("{machine}", machine());
    }

    private static boolean isAsked(Figure figure) {
        return !figure.isMeasured() || !figure.limit().isEmpty();
    }

    private static String picture(Curve curve) {
        return "![" + curve.title() + "](" + curve.name() + ".png)";
    }

    private static String table(List<Figure> figures, boolean hasFloors) {
        String head = hasFloors
                ? "| figure | measured | must reach | |\n| --- | ---: | ---: | --- |\n"
                : "| figure | measured |\n| --- | ---: |\n";
        return head
                + figures.stream()
                        .map(figure -> "| " + figure.name() + " | " + figure.number() + " " + figure.unit() + " |"
                                + (hasFloors ? " " + figure.limit() + " | " + figure.verdict() + " |" : ""))
                        .collect(Collectors.joining("\n"));
    }

    private String machine() {
        Machine machine = run.machine();
        return """
                | | |
                | --- | --- |
                | processor | %d × %s |
                | memory | %,d MiB |
                | disk | %s |
                | system | %s |
                | Java | %s |
                """
                        .formatted(
                                machine.cores(),
                                machine.processor(),
                                machine.memoryMebibytes(),
                                machine.disk(),
                                machine.system(),
                                machine.java())
                + run.settings().stream().collect(Collectors.joining("\n"));
    }
}
