package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points below zero in the row of a redemption. */
class PointsComeBackInAFileTest {

    private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
    private static final LocalDate FOURTH = LocalDate.of(2026, 10, 4);
    private static final String ITEMS =
            "card,outlet,currency,date,ticket,item,amount,line_kind,points,status,original_ticket,original_date\n";

    @TempDir
    private Path folder;

    private final String card = FeedStage.card(65);

    @Test
    void so_many_come_back_of_the_redemption_that_is_named_or_of_the_rows_own() throws IOException {
        LinesRead read = new LinesRead(
                folder,
                "card,outlet,points,business_date,reference,original_reference,original_date\n" + card
                        + ",main,500,2026-10-03,T1,,\n" + card + ",main,-200,2026-10-04,R1,T1,2026-10-03\n"
                        + ",main,-100,2026-10-04,T2,,\n");

        assertThat(read.lines()).hasSize(3);
        assertBack(read.lines().get(1), THIRD, "T1", 200);
        assertBack(read.lines().get(2), FOURTH, "T2", 100);
        assertThat(read.linesPerBatch())
                .as("a redemption of the same file is committed first")
                .containsExactly(1, 2);
    }

    @Test
    void in_purchases_and_on_tickets_it_is_the_same() throws IOException {
        LinesRead purchases = new LinesRead(
                folder,
                "card,outlet,amount,currency,business_date,reference,line_kind,points,status\n" + card
                        + ",main,,EUR,2026-10-03,T1,redemption,-200,refunded\n");
        LinesRead tickets = items(card + ",main,EUR,2026-10-04,R1,Points,,redemption,-200,,T1,2026-10-03\n");

        assertBack(purchases.lines().getFirst(), THIRD, "T1", 200);
        assertBack(tickets.lines().getFirst(), THIRD, "T1", 200);
    }

    @Test
    void beside_a_redemption_of_the_same_ticket_they_are_taken_off_it() throws IOException {
        LinesRead read = items(
                card + ",main,EUR,2026-10-03,T1,Coat,80.00,,,,,\n",
                card + ",main,EUR,2026-10-03,T1,Points,,redemption,500,,,\n",
                card + ",main,EUR,2026-10-03,T1,Points,,redemption,-200,,,\n");

        assertThat(((TillLine.Sale) read.lines().getFirst()).paidWithPoints()).isEqualTo(Points.of(300));
        assertThat(((TillLine.Redemption) read.lines().getLast()).points()).isEqualTo(Points.of(300));
    }

    @Test
    void a_return_of_points_that_was_voided_calls_off_no_redemption() throws IOException {
        LinesRead read = items(card + ",main,EUR,2026-10-04,R1,Points,,redemption,-200,void,T1,2026-10-03\n");

        assertThat(read.lines())
                .isEqualTo(List.of(new TillLine.ReturnCalledOff(
                        "main/2026-10-04/R1/points-return",
                        new OwnWords("main", FOURTH, "R1"),
                        new OwnWords("main", THIRD, "T1"),
                        true)));
    }

    private LinesRead items(String... rows) throws IOException {
        return new LinesRead(folder, ITEMS + String.join("", rows));
    }

    private static void assertBack(TillLine line, LocalDate on, String redemption, long points) {
        assertThat(line).isInstanceOfSatisfying(TillLine.RedemptionBack.class, back -> {
            assertThat(back.redemption())
                    .isEqualTo(new OriginalRedemption.ByOwnWords(new OwnWords("main", on, redemption)));
            assertThat(back.points()).contains(Points.of(points));
        });
    }
}
