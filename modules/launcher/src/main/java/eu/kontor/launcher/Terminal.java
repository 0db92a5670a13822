package eu.kontor.launcher;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells the person at the terminal what is being done and how long it took. */
final class Terminal implements StepProgress {

    private static final int NAME_WIDTH = 44;
    private static final int LINE_WIDTH = 72;
    private static final int SECONDS_BETWEEN_LINES = 10;
    private static final boolean IS_SCREEN =
            System.console() != null && System.console().isTerminal();

    private final PrintStream out;
    private long lastLine;

    Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void step(String name, Runnable action) {
        answer(name, () -> {
            action.run();
            return "";
        });
    }

    /** A step that has something to say at its end. */
    void answer(String name, Supplier<String> action) {
        long begin = System.nanoTime();
        out.printf(Locale.ROOT, "  %-" + NAME_WIDTH + "s", name);
        out.flush();
        try {
            String said = action.get();
            out.printf(Locale.ROOT, "%7.1f s  %s%n", secondsSince(begin), said);
        } catch (RuntimeException e) {
            out.println(" failed");
            throw e;
        }
    }

    void say(String line) {
        out.println(line);
    }

    /** A line of progress that the next one replaces, or an empty one removes. Into a file it is a line of its own, now and then. */
    void over(String line) {
        if (IS_SCREEN) {
            out.printf(Locale.ROOT, "\r%-" + LINE_WIDTH + "s\r%s", "", line);
            out.flush();
        } else if (!line.isEmpty() && (lastLine == 0 || secondsSince(lastLine) >= SECONDS_BETWEEN_LINES)) {
            lastLine = System.nanoTime();
            say(line);
        }
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
