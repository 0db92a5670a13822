package eu.kontor.it.seconds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a house whose rooms take 10, 20, 40, 80 and 160 seconds. */
class ARoomThatTakesTooLongTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T08:00:00Z");

    private final Budget budget =
            new Budget(Map.of("kernel", 10.0, "cards", 20.0, "checkout", 40.0, "ledger", 80.0, "portal", 160.0));

    private final Map<String, List<TimedClass>> run = new TreeMap<>(Map.of(
            "kernel", List.of(new TimedClass("PointsTest", 10)),
            "cards", List.of(new TimedClass("CardsTest", 20)),
            "checkout", List.of(new TimedClass("TillTest", 40)),
            "ledger", List.of(new TimedClass("PostingTest", 50), new TimedClass("SealTest", 30)),
            "portal", List.of(new TimedClass("ViewTest", 160))));

    @Test
    void is_named_with_its_slowest_class_first() {
        run.put("ledger", List.of(new TimedClass("PostingTest", 50), new TimedClass("SealTest", 130)));

        BudgetVerdict verdict = budget.judge(run);

        assertThat(verdict.isKept()).isFalse();
        assertThat(verdict.lines())
                .contains("The tests of ledger took 180 s and should take 80 s here;"
                        + " the slowest are SealTest 130 s, PostingTest 50 s.");
    }

    @Test
    void is_not_one_that_takes_its_seconds() {
        assertThat(budget.judge(run).isKept()).isTrue();
    }

    @Test
    void is_not_each_of_them_on_a_machine_that_is_slow() {
        BudgetVerdict verdict = budget.judge(slower(5));

        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.lines().getFirst()).contains("5.0 times as slow");
    }

    @Test
    void is_found_on_a_machine_that_is_slow_too() {
        Map<String, List<TimedClass>> slow = slower(5);
        slow.put("cards", List.of(new TimedClass("CardsTest", 201)));

        assertThat(budget.judge(slow).lines()).anyMatch(line -> line.startsWith("The tests of cards took 201 s"));
    }

    @Test
    void is_found_on_a_machine_that_is_fast() {
        Map<String, List<TimedClass>> fast = slower(0.5);
        fast.put("portal", List.of(new TimedClass("ViewTest", 330)));

        assertThat(budget.judge(fast).isKept()).isFalse();
    }

    @Test
    void is_not_a_small_one_that_waited_some_seconds() {
        run.put("kernel", List.of(new TimedClass("PointsTest", 24)));

        assertThat(budget.judge(run).isKept()).isTrue();
    }

    @Test
    void cannot_be_told_from_a_slow_machine_when_few_rooms_were_tested() {
        BudgetVerdict verdict = budget.judge(Map.of("portal", List.of(new TimedClass("ViewTest", 999))));

        assertThat(verdict.isKept()).isTrue();
        assertThat(verdict.lines().getFirst()).contains("too few rooms");
    }

    @Test
    void is_also_one_of_which_nobody_said_how_long_it_may() {
        run.put("rewards", List.of(new TimedClass("VoucherTest", 3.2)));

        BudgetVerdict verdict = budget.judge(run);

        assertThat(verdict.isKept()).isFalse();
        assertThat(verdict.lines())
                .contains("rewards has no line in integration-tests/test-seconds.txt; add: rewards 4");
    }

    @Test
    void is_seen_in_the_reports_of_this_run(@TempDir Path root) throws IOException {
        report(root.resolve("modules/ledger"), "eu.kontor.SealTest", "1,130.5", BEGIN.plusSeconds(5));
        report(root.resolve("modules/ledger"), "eu.kontor.RemovedTest", "70.0", BEGIN.minusSeconds(5));
        report(root.resolve("modules/cards"), "eu.kontor.CardsTest", "20.0", BEGIN.minusSeconds(5));
        report(root.resolve("integration-tests"), "eu.kontor.it.WholeTest", "2.5", BEGIN.plusSeconds(9));

        assertThat(TestSeconds.reports(root, FileTime.from(BEGIN)))
                .isEqualTo(Map.of(
                        "ledger", List.of(new TimedClass("SealTest", 1130.5)),
                        "integration-tests", List.of(new TimedClass("WholeTest", 2.5))));
    }

    private Map<String, List<TimedClass>> slower(double times) {
        Map<String, List<TimedClass>> slow = new TreeMap<>();
        run.forEach((room, classes) -> slow.put(
                room,
                classes.stream()
                        .map(timed -> new TimedClass(timed.name(), timed.seconds() * times))
                        .toList()));
        return slow;
    }

    private static void report(Path room, String name, String seconds, Instant written) throws IOException {
        Path file = room.resolve("target/surefire-reports/TEST-" + name + ".xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<?xml version=\"1.0\"?>\n<testsuite name=\"" + name + "\" time=\"" + seconds + "\"/>");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
