package eu.kontor.launcher;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells the person at the terminal what is being done and how long it took. */
final class Terminal implements Progress {

    private static final int NAME_WIDTH = 44;

    private final PrintStream out;

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

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
