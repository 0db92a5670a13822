package eu.kontor.launcher;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells the person at the terminal what is being done and how long it took. */
final class Terminal implements Progress {

    private static final int NAME_WIDTH = 44;

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public void step(String name, Runnable action) {
        long begin = System.nanoTime();
        out.printf(Locale.ROOT, "  %-" + NAME_WIDTH + "s", name);
        out.flush();
        try {
            action.run();
        } catch (RuntimeException e) {
            out.println(" failed");
            throw e;
        }
        out.printf(Locale.ROOT, "%7.1f s%n", secondsSince(begin));
    }

    void say(String line) {
        out.println(line);
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
