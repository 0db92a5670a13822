package eu.kontor.launcher.sample;

import eu.kontor.launcher.Installation;
import eu.kontor.launcher.LauncherFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Feeds the sample into a running Kontor as its partners would have: the members first, then month by month each brand's files into
 * its inbox, the month's expiry (of which members were told the day before it began), and the close of its window. Goes on where it stopped, and does nothing once it is done.
 */
public final class SampleImport {

    /** A month's files take seconds; a server that is silent for so long needs a look at its log. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Installation installation;
    private final Consumer<String> say;
    private final Clock clock;

    /** @param say hears one line per step */
    public SampleImport(Installation installation, Consumer<String> say, Clock clock) {
        this.installation = installation;
        this.say = say;
        this.clock = clock;
    }

    /**
     * Imports what is not imported yet.
     *
     * @throws LauncherFailure with one sentence that says what is in the way
     */
    public void run() {
        try {
            Path folder = Files.createDirectories(installation.home().resolve("sample"));
            ImportState state = new ImportState(folder.resolve("import.properties"));
            SampleCalendar calendar = state.calendar(YearMonth.now(clock).minusMonths(1));
            if (state.closedThrough().equals(Optional.of(calendar.lastMonth()))) {
                return;
            }
            SampleFeeds feeds = new SampleFeeds(folder.resolve("feeds"), calendar);
            feeds.prepareOnce();
            try (Operations operations = new Operations(installation);
                    ReceiptWatch watch = new ReceiptWatch()) {
                new Run(feeds, state, operations, watch).through(calendar);
            }
        } catch (IOException e) {
            throw new LauncherFailure("The sample could not be prepared: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while the sample was imported; ./kontor up goes on with it.", e);
        }
    }

    /** One import with what it holds open. */
    private final class Run {
        private final SampleFeeds feeds;
        private final ImportState state;
        private final Operations operations;
        private final ReceiptWatch watch;

        Run(SampleFeeds feeds, ImportState state, Operations operations, ReceiptWatch watch) {
            this.feeds = feeds;
            this.state = state;
            this.operations = operations;
            this.watch = watch;
        }

        void through(SampleCalendar calendar) throws IOException, InterruptedException {
            if (!state.hasMembers()) {
                operations.importMembers(feeds.members());
                state.membersAreIn();
                say.accept("%,d members".formatted(SampleMembers.COUNT));
            }
            YearMonth month =
                    state.closedThrough().map(closed -> closed.plusMonths(1)).orElseGet(() -> first(calendar));
            for (; !month.isAfter(calendar.lastMonth()); month = month.plusMonths(1)) {
                operations.tellMembers(month.atDay(1).minusDays(1));
                importMonth(month);
                operations.runExpiry(month.atEndOfMonth());
                operations.close(month);
                state.closedThrough(month);
            }
        }

        /** Windows before the sample's first month, if the coalition has any, are closed empty. */
        private YearMonth first(SampleCalendar calendar) {
            YearMonth oldest = operations.oldestWindow().orElse(calendar.firstMonth());
            if (oldest.isAfter(calendar.firstMonth())) {
                throw new LauncherFailure("The sample begins in " + calendar.firstMonth()
                        + ", but the coalition's first window is " + oldest
                        + "; set firstWindow in tenant-config/coalition.yaml to " + calendar.firstMonth()
                        + ", and each validFrom in tenant-config/tenants to its first day.");
            }
            return oldest;
        }

        private void importMonth(YearMonth month) throws IOException, InterruptedException {
            long startedNanos = System.nanoTime();
            Map<SampleFeeds.MonthsFile, FeedBox> waiting = new LinkedHashMap<>();
            for (SampleFeeds.MonthsFile file : feeds.filesOf(month)) {
                FeedBox box = new FeedBox(installation.feeds(), file.tenant());
                watch.watch(box.done());
                box.drop(file.file());
                waiting.put(file, box);
            }
            List<FeedBox.Receipt> receipts = receipts(waiting);
            say.accept(summary(month, receipts, System.nanoTime() - startedNanos));
        }

        private List<FeedBox.Receipt> receipts(Map<SampleFeeds.MonthsFile, FeedBox> waiting)
                throws IOException, InterruptedException {
            long lastNanos = System.nanoTime();
            List<FeedBox.Receipt> receipts = new ArrayList<>();
            while (!waiting.isEmpty()) {
                int before = receipts.size();
                for (SampleFeeds.MonthsFile file : List.copyOf(waiting.keySet())) {
                    String name = file.file().getFileName().toString();
                    Optional<FeedBox.Receipt> receipt = waiting.get(file).receipt(name);
                    if (receipt.isPresent()) {
                        receipts.add(receipt.get());
                        waiting.remove(file);
                    }
                }
                if (receipts.size() > before) {
                    lastNanos = System.nanoTime();
                } else if (System.nanoTime() - lastNanos > PATIENCE.toNanos()) {
                    throw new LauncherFailure("No receipt for "
                            + waiting.keySet().iterator().next().file().getFileName() + " after " + PATIENCE.toMinutes()
                            + " minutes; ./kontor logs server may say why.");
                } else {
                    watch.await();
                }
            }
            return receipts;
        }
    }

    private static String summary(YearMonth month, List<FeedBox.Receipt> receipts, long nanos) {
        long lines = receipts.stream().mapToLong(FeedBox.Receipt::lines).sum();
        long posted = receipts.stream().mapToLong(FeedBox.Receipt::posted).sum();
        long refused = receipts.stream().mapToLong(FeedBox.Receipt::refused).sum();
        long points = receipts.stream().mapToLong(FeedBox.Receipt::points).sum();
        return String.format(
                Locale.ENGLISH,
                "%s  %d files  %,7d lines  %,6d posted  %,3d refused  %,11d points  %.1f s",
                month,
                receipts.size(),
                lines,
                posted,
                refused,
                points,
                nanos / 1e9);
    }
}
