package eu.kontor.it.seconds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Seconds that each room's tests take when nothing else is done, as they were measured.
 *
 * <p>A slow or busy machine makes every room slow and is nobody's fault, so a room is compared with the others of the same run: the
 * machine is as many times slower as the room in the middle is. A room that grew stands out from that; if it takes more than
 * {@link #TOLERANCE} times its seconds on that machine, the run fails. Were there an absolute limit instead, it would be red on a slow
 * machine, or so high that nothing ever reached it on a fast one.
 */
final class Budget {

    /** Parallel builds give a room a core more or less than it had when it was measured: not more than half of its speed. */
    private static final double TOLERANCE = 2;

    /** A room of seconds is over its budget when one class waits for a disk; that is not worth a failure. */
    private static final double UNNOTICED_SECONDS = 15;

    /** Rooms that take less say little about the machine. */
    private static final double LEAST_SECONDS_TO_COMPARE = 4;

    /** With fewer there is no room in the middle. */
    private static final int FEWEST_ROOMS_TO_COMPARE = 4;

    private static final int NAMED_CLASSES = 5;

    private final Map<String, Double> secondsByRoom;

    Budget(Map<String, Double> secondsByRoom) {
        this.secondsByRoom = new TreeMap<>(secondsByRoom);
    }

    /** @param file lines of a room and its seconds; a line that begins with # says why */
    static Budget read(Path file) throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+");
                seconds.put(words[0], Double.valueOf(words[1]));
            }
        }
        return new Budget(seconds);
    }

    BudgetVerdict judge(Map<String, List<TimedClass>> rooms) {
        List<String> lines = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        List<Double> ratios = rooms.keySet().stream()
                .filter(room -> secondsByRoom.getOrDefault(room, 0.0) >= LEAST_SECONDS_TO_COMPARE)
                .map(room -> seconds(rooms.get(room)) / secondsByRoom.get(room))
                .sorted()
                .toList();
        boolean comparable = ratios.size() >= FEWEST_ROOMS_TO_COMPARE;
        double slowness = comparable ? Math.max(1, ratios.get(ratios.size() / 2)) : 1;
        rooms.forEach((room, classes) -> {
            Double expected = secondsByRoom.get(room);
            if (expected == null) {
                lines.add(text("%-20s %6.1f s", room, seconds(classes)));
                findings.add(text(
                        "%s has no line in integration-tests/test-seconds.txt; add: %s %.0f",
                        room, room, Math.ceil(seconds(classes) / slowness)));
                return;
            }
            lines.add(text("%-20s %6.1f s, expected %.0f s", room, seconds(classes), expected * slowness));
            if (comparable && isTooLong(seconds(classes), expected * slowness)) {
                findings.add(text(
                        "The tests of %s took %.0f s and should take %.0f s here; the slowest are %s.",
                        room, seconds(classes), expected * slowness, slowest(classes)));
            }
        });
        lines.addFirst(
                comparable
                        ? text(
                                "Seconds of tests by room; this machine was %.1f times as slow as the budget's:",
                                slowness)
                        : "Seconds of tests by room; too few rooms were tested to tell a slow room from a slow machine:");
        lines.addAll(findings);
        return new BudgetVerdict(findings.isEmpty(), lines);
    }

    private static boolean isTooLong(double seconds, double expected) {
        return seconds > expected * TOLERANCE && seconds > expected + UNNOTICED_SECONDS;
    }

    private static double seconds(List<TimedClass> classes) {
        return classes.stream().mapToDouble(TimedClass::seconds).sum();
    }

    private static String slowest(List<TimedClass> classes) {
        return classes.stream()
                .sorted(Comparator.comparingDouble(TimedClass::seconds).reversed())
                .limit(NAMED_CLASSES)
                .map(timed -> text("%s %.0f s", timed.name(), timed.seconds()))
                .collect(Collectors.joining(", "));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
