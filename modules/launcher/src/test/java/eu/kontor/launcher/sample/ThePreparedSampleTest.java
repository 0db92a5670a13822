package eu.kontor.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThePreparedSampleTest {

    private static final SampleCalendar CALENDAR = new SampleCalendar(YearMonth.of(2026, 10));

    @TempDir
    private static Path folder;

    private static SampleFeeds.Prepared prepared;

    @BeforeAll
    static void prepare() throws IOException {
        prepared = new SampleFeeds(folder.resolve("one"), CALENDAR).prepare();
    }

    @Test
    void has_every_reservation_ticket_line_and_purchase_once() throws IOException {
        assertThat(lines("stays")).isEqualTo(119_390);
        assertThat(lines("tickets")).isEqualTo(21_293);
        assertThat(lines("sales")).isEqualTo(6_919);
        assertThat(Files.readAllLines(folder.resolve("one/members.csv"))).hasSize(1 + 2_357);
    }

    @Test
    void keeps_weekdays_and_ends_in_the_last_week_of_the_last_month() {
        LocalDate last = CALENDAR.shifted(SampleCalendar.LAST_TICKET, SampleCalendar.LAST_TICKET);

        assertThat(last).isBetween(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 31));
        assertThat(SampleCalendar.LAST_TICKET.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(last.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(CALENDAR.firstMonth()).isEqualTo(YearMonth.of(2024, 8));
    }

    @Test
    void gives_a_card_to_about_a_third_of_the_stays_and_two_fifths_of_the_tickets() throws IOException {
        assertThat(withCard("stays") / 75_166.0).isBetween(0.33, 0.37);
        assertThat(withCard("tickets") / 21_293.0).isBetween(0.37, 0.43);
    }

    @Test
    void redeems_about_a_tenth_of_what_it_assumes_to_be_earned() {
        assertThat(prepared.pointsRedeemed()).containsOnlyKeys(SampleTenant.values());
        assertThat(prepared.pointsRedeemed().get(SampleTenant.CAFE))
                .isGreaterThan(prepared.pointsRedeemed().get(SampleTenant.CITY));
    }

    @Test
    void is_the_same_every_time() throws IOException {
        new SampleFeeds(folder.resolve("two"), CALENDAR).prepare();

        for (Path file : files("one")) {
            Path twin = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
            assertThat(Files.mismatch(file, twin)).isEqualTo(-1);
        }
    }

    private static long lines(String kind) throws IOException {
        long lines = 0;
        for (Path file : files("one")) {
            if (file.getFileName().toString().startsWith(kind)) {
                lines += Files.readAllLines(file).size() - 1;
            }
        }
        return lines;
    }

    private static long withCard(String kind) throws IOException {
        long lines = 0;
        for (Path file : files("one")) {
            if (file.getFileName().toString().startsWith(kind)) {
                lines += Files.readAllLines(file).stream()
                        .filter(line -> line.contains(",972401"))
                        .count();
            }
        }
        return lines;
    }

    private static List<Path> files(String run) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(run))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
