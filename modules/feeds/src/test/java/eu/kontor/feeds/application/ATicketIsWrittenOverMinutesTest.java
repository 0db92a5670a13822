package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till writes when each line was rung up, in the column of the date. */
class ATicketIsWrittenOverMinutesTest {

    private static final String MAPPING =
            """
            [{"name": "till", "layout": "item-lines", "datePatterns": ["dd.MM.uuuu HH:mm", "dd.MM.uuuu h:mm a"]}]""";
    private static final String HEADER = "card,outlet,currency,date,ticket,item,amount\n";

    @TempDir
    private Path folder;

    private final String card = FeedStage.card(61);

    @Test
    void its_lines_are_one_ticket_of_the_day_with_the_time_of_the_first() throws IOException {
        LinesRead read = new LinesRead(
                folder,
                MAPPING,
                HEADER + card + ",main,EUR,03.10.2026 09:58,7,Bread,5.00\n" + card
                        + ",main,EUR,03.10.2026 10:02,7,Cake,4.00\n" + card
                        + ",main,EUR,04.10.2026 10:02,7,Tea,3.00\n");

        assertThat(read.lines()).hasSize(2);
        Purchase ticket = ((TillLine.Sale) read.lines().getFirst()).purchase();
        assertThat(ticket.amount()).isEqualByComparingTo("9.00");
        assertThat(ticket.businessTime()).contains(LocalTime.of(9, 58));
    }

    @Test
    void scattered_ones_too_and_nothing_of_them_is_a_correction() throws Exception {
        FeedStage stage = FeedStage.open("minutes" + System.nanoTime());
        stage.configure(MAPPING);

        FeedReceipt receipt = stage.process(
                "till.csv",
                HEADER + card + ",main,EUR,03.10.2026 09:58,7,Bread,5.00\n" + card
                        + ",main,EUR,03.10.2026 09:59,8,Tea,3.00\n" + card
                        + ",main,EUR,03.10.2026 10:02,7,Cake,4.00\n");

        assertThat(receipt.purchases()).isEqualTo(2);
        assertThat(receipt.linesPosted()).isEqualTo(3);
        assertThat(stage.booked().points()).isEqualTo(9 + 3);
    }

    @Test
    void the_end_of_a_day_is_still_that_day_and_spaces_may_be_narrow() throws IOException {
        LinesRead read = new LinesRead(
                folder,
                MAPPING,
                HEADER + card + ",main,EUR,03.10.2026 24:00,9,Bread,5.00\n" + card
                        + ",main,EUR,03.10.2026 9:05\u202fPM,10,Bread,5.00\n");

        assertThat(read.refusals()).isEmpty();
        assertThat(read.lines())
                .map(line -> ((TillLine.Sale) line).purchase())
                .satisfiesExactly(
                        midnight -> {
                            assertThat(midnight.businessDate()).isEqualTo(LocalDate.of(2026, 10, 3));
                            assertThat(midnight.businessTime()).contains(LocalTime.of(23, 59));
                        },
                        evening -> assertThat(evening.businessTime()).contains(LocalTime.of(21, 5)));
    }
}
