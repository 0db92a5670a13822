package eu.kontor.launcher.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prepares the sample's files: the member master, and for each month and brand what the brand's systems would have sent. The same
 * calendar gives the same bytes.
 */
final class SampleFeeds {

    private static final String MEMBERS = "members.csv";
    private static final String READY = "ready";

    private final Path folder;
    private final SampleCalendar calendar;

    SampleFeeds(Path folder, SampleCalendar calendar) {
        this.folder = folder;
        this.calendar = calendar;
    }

    /** What was prepared, for tests and curious people. */
    record Prepared(long transactionsWithCard, Map<SampleTenant, Long> pointsRedeemed) {}

    /** Writes all files; does nothing when they are there. */
    void prepareOnce() throws IOException {
        Path ready = folder.resolve(READY);
        if (!Files.exists(ready)
                || !Files.readString(ready).equals(calendar.lastMonth().toString())) {
            prepare();
            Files.writeString(ready, calendar.lastMonth().toString());
        }
    }

    Prepared prepare() throws IOException {
        Files.createDirectories(folder);
        List<SampleMembers.Member> members =
                SampleMembers.all(calendar.firstMonth().atDay(1));
        List<String> lines = new ArrayList<>();
        lines.add(SampleMembers.CSV_HEADER);
        members.forEach(member -> lines.add(member.csv()));
        Files.write(members(), lines);

        List<Earned> earned = new ArrayList<>();
        new SampleStays(calendar, members, earned::add).write(folder);
        new SampleTickets(calendar, members, earned::add).write(folder);
        new SamplePurchases(calendar, members, earned::add).write(folder);
        return new Prepared(earned.size(), new SampleRedemptions(members, earned).write(folder, calendar));
    }

    /** The member master file. */
    Path members() {
        return folder.resolve(MEMBERS);
    }

    /** What the brands sent in that month, by tenant's slug. */
    List<MonthsFile> filesOf(YearMonth month) throws IOException {
        List<MonthsFile> files = new ArrayList<>();
        for (SampleTenant brand : SampleTenant.values()) {
            Path brands = folder.resolve(month.toString()).resolve(brand.slug());
            if (Files.isDirectory(brands)) {
                try (Stream<Path> entries = Files.list(brands)) {
                    entries.sorted().forEach(file -> files.add(new MonthsFile(brand.slug(), file)));
                }
            }
        }
        return files;
    }

    record MonthsFile(String tenant, Path file) {}
}
