package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop in Madrid; in October its clocks are two hours before UTC. */
class AFilesClockStandsElsewhereTest {

    @TempDir
    private Path folder;

    private final String card = FeedStage.card(71);

    @Test
    void day_and_time_in_two_columns_are_a_day_and_a_time_of_the_outlet() throws IOException {
        List<Purchase> sold = sold(
                """
                [{"name": "till", "layout": "item-lines", "fileZone": "UTC", "zone": "Europe/Madrid"}]""",
                "card,outlet,currency,date,time,ticket,item,amount\n" + card
                        + ",main,EUR,2026-10-03,23:30,7,Bread,5.00\n" + card
                        + ",main,EUR,2026-10-03,09:05,8,Bread,5.00\n" + card + ",main,EUR,2026-10-03,,9,Bread,5.00\n");

        assertThat(sold)
                .satisfiesExactly(
                        night -> {
                            assertThat(night.businessDate()).isEqualTo(LocalDate.of(2026, 10, 4));
                            assertThat(night.businessTime()).contains(LocalTime.of(1, 30));
                        },
                        morning -> {
                            assertThat(morning.businessDate()).isEqualTo(LocalDate.of(2026, 10, 3));
                            assertThat(morning.businessTime()).contains(LocalTime.of(11, 5));
                        },
                        untold -> {
                            assertThat(untold.businessDate()).isEqualTo(LocalDate.of(2026, 10, 3));
                            assertThat(untold.businessTime()).isEmpty();
                        });
    }

    @Test
    void as_they_are_when_they_stand_in_one() throws IOException {
        List<Purchase> sold = sold(
                """
                [{"name": "till", "layout": "item-lines", "fileZone": "UTC", "zone": "Europe/Madrid",
                  "datePattern": "uuuu-MM-dd HH:mm", "timePattern": "HH:mm"}]""",
                "card,outlet,currency,date,ticket,item,amount\n" + card + ",main,EUR,2026-10-03 23:30,7,Bread,5.00\n");

        assertThat(sold.getFirst().businessDate()).isEqualTo(LocalDate.of(2026, 10, 4));
        assertThat(sold.getFirst().businessTime()).contains(LocalTime.of(1, 30));
    }

    private List<Purchase> sold(String mappings, String text) throws IOException {
        LinesRead read = new LinesRead(folder, mappings, text);
        assertThat(read.refusals()).isEmpty();
        return read.lines().stream()
                .map(line -> ((TillLine.Sale) line).purchase())
                .toList();
    }
}
