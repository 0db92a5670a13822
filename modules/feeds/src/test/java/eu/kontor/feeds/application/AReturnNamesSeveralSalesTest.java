package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AReturnNamesSeveralSalesTest {

    private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
    private static final String HEADER =
            "card,outlet,currency,date,ticket,item,quantity,amount,status,original_ticket,original_date\n";

    @TempDir
    private Path folder;

    private final String card = FeedStage.card(64);

    @Test
    void each_sale_gives_back_what_came_back_of_it() throws IOException {
        List<TillLine.Refund> refunds = refunds(
                card + ",main,EUR,2026-10-04,R1,Coat,-1,-80.00,,T7,2026-10-03\n",
                card + ",main,EUR,2026-10-04,R1,Belt,-2,-20.00,,T7,2026-10-03\n",
                card + ",main,EUR,2026-10-04,R1,Hat,-1,-15.00,,T8,2026-10-03\n",
                card + ",main,EUR,2026-10-04,R1,Pin,-1,-5.00,,,\n");

        assertThat(refunds)
                .satisfiesExactly(
                        first -> {
                            assertRefund(first, "T7", "100.00");
                            assertThat(first.goods().lines()).containsExactly(line("Coat", "1"), line("Belt", "2"));
                        },
                        second -> {
                            assertRefund(second, "T8", "20.00");
                            assertThat(second.goods().lines())
                                    .as("the pin goes with the sale that was named before it")
                                    .containsExactly(line("Hat", "1"), line("Pin", "1"));
                        });
        assertThat(refunds).extracting(TillLine.Refund::requestKey).doesNotHaveDuplicates();
    }

    @Test
    void without_a_card_too_whichever_line_names_them() throws IOException {
        List<TillLine.Refund> refunds = refunds(
                ",main,EUR,2026-10-04,R1,Scarf,1,30.00,,,\n",
                ",main,EUR,2026-10-04,R1,Coat,-1,-80.00,,T7,2026-10-03\n",
                ",main,EUR,2026-10-04,R1,Hat,-1,-15.00,,T8,2026-10-03\n");

        assertThat(refunds)
                .satisfiesExactly(
                        first -> assertRefund(first, "T7", "80.00"), second -> assertRefund(second, "T8", "15.00"));
    }

    @Test
    void without_a_quantity_the_amount_alone_comes_back() throws IOException {
        List<TillLine.Refund> refunds = refunds(card + ",main,EUR,2026-10-04,R1,Coat,,-80.00,,T7,2026-10-03\n");

        assertThat(refunds.getFirst().goods().lines()).isEmpty();
        assertThat(refunds.getFirst().requestKey())
                .as("as it was before several could be named")
                .isEqualTo("main/2026-10-04/R1/return");
    }

    @Test
    void one_that_was_voided_calls_off_each_of_them() throws IOException {
        String sold = card + ",main,EUR,2026-10-04,R1,Coat,-1,-80.00,,T7,2026-10-03\n" + card
                + ",main,EUR,2026-10-04,R1,Hat,-1,-15.00,,T8,2026-10-03\n";
        List<String> keys =
                refunds(sold).stream().map(TillLine.Refund::requestKey).toList();

        assertThat(new LinesRead(folder, HEADER + sold.replace(".00,,", ".00,void,")).lines())
                .map(line -> ((TillLine.ReturnCalledOff) line).requestKey())
                .isEqualTo(keys);
    }

    private static void assertRefund(TillLine.Refund refund, String sale, String amount) {
        assertThat(refund.purchase()).isEqualTo(new OriginalPurchase.ByWords(new OwnWords("main", THIRD, sale)));
        assertThat(refund.goods().amount().orElseThrow()).isEqualByComparingTo(amount);
    }

    private static ReturnedLine line(String sku, String quantity) {
        return new ReturnedLine(Optional.empty(), Optional.of(sku), Optional.of(new BigDecimal(quantity)));
    }

    private List<TillLine.Refund> refunds(String... lines) throws IOException {
        return new LinesRead(folder, HEADER + String.join("", lines))
                .lines().stream().map(line -> (TillLine.Refund) line).toList();
    }
}
