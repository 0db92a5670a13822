package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.Verdict;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.feeds.persistence.FilePrePass;
import eu.kontor.files.api.PlainFile;
import eu.kontor.files.api.RecordReader;
import eu.kontor.kernel.Points;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatComesBackIsTakenBackTest {

    private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
    private static final LocalDate FOURTH = LocalDate.of(2026, 10, 4);

    @TempDir
    private Path folder;

    private final String card = FeedStage.card(51);

    @Test
    void a_negative_amount_and_a_kind_take_back_a_part_and_a_state_takes_back_the_whole() throws IOException {
        List<List<TillLine>> batches = batches(
                "card,outlet,amount,currency,business_date,reference,line_kind,status,original_reference,original_date\n"
                        + card + ",main,20.00,EUR,2026-10-03,T1,sale,paid,,\n"
                        + card + ",main,-5.00,EUR,2026-10-04,R1,,paid,T1,2026-10-03\n"
                        + card + ",main,2.00,EUR,2026-10-04,R2,refund,,T1,2026-10-03\n"
                        + card + ",main,9.00,EUR,2026-10-03,T2,,refunded,,\n"
                        + ",main,-3.00,EUR,2026-10-03,T3,,,,\n");

        assertThat(batches).hasSize(2);
        assertThat(batches.getFirst()).hasOnlyElementsOfType(TillLine.Sale.class);
        assertThat(batches.getLast())
                .map(line -> (TillLine.Refund) line)
                .satisfiesExactly(
                        negative -> assertRefund(negative, THIRD, "T1", FOURTH, Optional.of("5.00")),
                        kind -> assertRefund(kind, THIRD, "T1", FOURTH, Optional.of("2.00")),
                        whole -> assertRefund(whole, THIRD, "T2", THIRD, Optional.empty()));
    }

    @Test
    void a_ticket_on_which_more_came_back_than_was_sold_returns_that_and_earns_for_the_rest() throws IOException {
        List<List<TillLine>> batches =
                batches("card,outlet,currency,date,ticket,item,amount,original_ticket,original_date\n"
                        + card + ",main,EUR,2026-10-04,R7,Coat,-80.00,T7,2026-10-03\n"
                        + card + ",main,EUR,2026-10-04,R7,Scarf,30.00,T7,2026-10-03\n"
                        + card + ",main,EUR,2026-10-04,T8,Hat,10.00,,\n");

        assertThat(batches).hasSize(1);
        Purchase exchange = ((TillLine.Sale) batches.getFirst().getFirst()).purchase();
        assertThat(exchange.amount()).isEqualByComparingTo("-50.00");
        assertThat(exchange.lines().getFirst().original().purchase())
                .isEqualTo(new OriginalPurchase.ByWords(new OwnWords("main", THIRD, "T7")));
        assertThat(exchange.lines().getLast().original()).isNull();
        assertThat(batches.getFirst().getLast()).isInstanceOf(TillLine.Sale.class);
    }

    @Test
    void an_exchange_waits_for_the_sales_before_it_and_one_that_names_no_sale_is_told_as_it_is() throws IOException {
        List<List<TillLine>> batches =
                batches("card,outlet,currency,date,ticket,item,quantity,amount,original_ticket,original_date\n"
                        + card + ",main,EUR,2026-10-03,T7,Coat,1,80.00,,\n"
                        + card + ",main,EUR,2026-10-04,R7,Coat,-1,-80.00,T7,2026-10-03\n"
                        + card + ",main,EUR,2026-10-04,R7,Scarf,1,30.00,,\n"
                        + card + ",main,EUR,2026-10-04,R8,Coat,-1,-80.00,,\n"
                        + card + ",main,EUR,2026-10-04,R8,Scarf,1,30.00,,\n"
                        + card + ",main,EUR,2026-10-04,R9,Coat,-1,-80.00,,\n");

        assertThat(batches).hasSize(3);
        assertThat(batches.get(1))
                .map(line -> ((TillLine.Sale) line).purchase())
                .satisfiesExactly(named -> assertThat(named.isExchange()).isTrue(), unnamed -> {
                    assertThat(unnamed.isExchange()).isFalse();
                    assertThat(unnamed.amount()).isEqualByComparingTo("-50.00");
                    assertThat(unnamed.lines().getFirst().quantity()).isEqualByComparingTo("-1");
                });
        assertRefund((TillLine.Refund) batches.get(2).getFirst(), FOURTH, "R9", FOURTH, Optional.of("80.00"));
    }

    @Test
    void an_exchange_without_a_card_takes_back_what_came_back() throws IOException {
        List<List<TillLine>> batches =
                batches("card,outlet,currency,date,ticket,item,quantity,amount,original_ticket,original_date\n"
                        + ",main,EUR,2026-10-04,R7,Coat,-1,-80.00,T7,2026-10-03\n"
                        + ",main,EUR,2026-10-04,R7,Scarf,1,30.00,,\n");

        assertRefund((TillLine.Refund) batches.getFirst().getFirst(), THIRD, "T7", FOURTH, Optional.of("80.00"));
    }

    @Test
    void what_paid_nothing_is_a_visit_where_the_file_says_so() throws IOException {
        List<List<TillLine>> batches = batches("card,outlet,currency,date,ticket,item,amount,complimentary\n"
                + card + ",main,EUR,2026-10-04,C1,Dinner,0.00,yes\n"
                + card + ",main,EUR,2026-10-04,C2,Dinner,0.00,no\n"
                + card + ",main,EUR,2026-10-04,C3,Dinner,10.00,\n"
                + card + ",main,EUR,2026-10-04,C4,Dinner,0.00,perhaps\n");

        assertThat(batches.getFirst())
                .satisfiesExactly(
                        visit -> assertThat(((TillLine.Sale) visit).purchase().complimentary())
                                .isTrue(),
                        nothing -> assertThat(nothing)
                                .as("takes back what it was before, if it was anything")
                                .isInstanceOf(TillLine.CalledOff.class),
                        paid -> assertThat(((TillLine.Sale) paid).purchase().complimentary())
                                .isFalse());
    }

    @Test
    void a_ticket_that_was_called_off_as_a_whole_is_taken_back_and_a_voided_row_is_no_part_of_it() throws IOException {
        List<TillLine> lines = all("card,outlet,currency,date,ticket,item,amount,status\n"
                + card + ",main,EUR,2026-10-03,T1,Coat,80.00,voided\n"
                + card + ",main,EUR,2026-10-03,T1,Scarf,30.00,voided\n"
                + card + ",main,EUR,2026-10-03,T2,Coat,80.00,paid\n"
                + card + ",main,EUR,2026-10-03,T2,Scarf,30.00,voided\n"
                + card + ",main,EUR,2026-10-03,T3,Coat,80.00,voided\n"
                + card + ",main,EUR,2026-10-03,T3,Scarf,30.00,open\n"
                + card + ",main,EUR,2026-10-03,T4,Coat,80.00,paid\n"
                + card + ",main,EUR,2026-10-03,T4,Voucher,-80.00,paid\n");

        assertThat(lines)
                .satisfiesExactly(
                        whole -> assertThat(whole).isEqualTo(new TillLine.CalledOff("main", THIRD, "T1")),
                        rest -> assertThat(((TillLine.Sale) rest).purchase().amount())
                                .isEqualByComparingTo("80.00"),
                        nothingLeft -> assertThat(nothingLeft)
                                .as("what was posted for it before is taken back")
                                .isEqualTo(new TillLine.CalledOff("main", THIRD, "T4")));
    }

    @Test
    void the_tickets_layout_is_called_off_by_its_state_too() throws IOException {
        List<TillLine> lines = all(
                "card,outlet,currency,date,ticket,item,quantity,status\n" + card
                        + ",main,EUR,2026-10-03,9,Bread,2,deleted\n" + card
                        + ",main,EUR,2026-10-03,9,Bread,1,deleted\n",
                "[{\"name\": \"t\", \"layout\": \"tickets\", \"items\": {\"Bread\": {\"price\": \"2.60\"}}}]");

        assertThat(lines).containsExactly(new TillLine.CalledOff("main", THIRD, "9"));
    }

    @Test
    void a_ticket_that_earned_and_was_paid_with_points_is_both_and_each_can_be_called_off() throws IOException {
        List<TillLine> lines = all("card,outlet,currency,date,ticket,item,amount,line_kind,points,status\n"
                + card + ",main,EUR,2026-10-03,T1,Coat,80.00,,,\n"
                + ",main,EUR,2026-10-03,T1,Points,5.00,redemption,500,\n"
                + card + ",main,EUR,2026-10-03,T2,Points,,redemption,200,\n"
                + card + ",main,EUR,2026-10-03,T2,Points,,redemption,300,void\n"
                + card + ",main,EUR,2026-10-03,T3,Coat,80.00,,,paid\n"
                + card + ",main,EUR,2026-10-03,T3,Points,,redemption,300,void\n");

        assertThat(lines)
                .satisfiesExactly(
                        sale -> assertThat(sale).isInstanceOfSatisfying(TillLine.Sale.class, sold -> {
                            assertThat(sold.purchase().amount()).isEqualByComparingTo("80.00");
                            assertThat(sold.paidWithPoints()).isEqualTo(Points.of(500));
                        }),
                        points -> assertRedeemed(points, "T1", 500),
                        alone -> assertRedeemed(alone, "T2", 200),
                        kept -> assertThat(kept).isInstanceOf(TillLine.Sale.class),
                        voided -> assertThat(voided)
                                .isEqualTo(new TillLine.CalledOff(What.REDEMPTION, "main", THIRD, "T3")));
    }

    @Test
    void in_purchases_a_voided_redemption_leaves_the_sale_of_its_ticket() throws IOException {
        List<TillLine> lines = all("card,outlet,amount,currency,business_date,reference,line_kind,points,status\n"
                + card + ",main,,EUR,2026-10-03,T1,redemption,500,void\n"
                + card + ",main,9.00,EUR,2026-10-03,T2,sale,,void\n");

        assertThat(lines)
                .containsExactly(
                        new TillLine.CalledOff(What.REDEMPTION, "main", THIRD, "T1"),
                        new TillLine.CalledOff("main", THIRD, "T2"));
    }

    @Test
    void a_stay_that_was_refunded_or_costs_nothing_any_more_is_taken_back() throws IOException {
        List<TillLine> lines = all("card,outlet,currency,status,departure_date,reference,total\n"
                + card + ",main,EUR,refunded,2026-10-03,S1,200.00\n"
                + card + ",main,EUR,Check-Out,2026-10-03,S2,0.00\n");

        assertThat(lines)
                .containsExactly(
                        new TillLine.CalledOff("main", THIRD, "S1"), new TillLine.CalledOff("main", THIRD, "S2"));
    }

    @Test
    void what_takes_back_what_never_was_posted_is_skipped_for_its_own_reason() {
        FeedStage stage = FeedStage.open("called" + System.nanoTime());

        FeedReceipt receipt = stage.process(
                "stays.csv",
                "card,outlet,currency,status,departure_date,reference,total\n" + card
                        + ",main,EUR,refunded,2026-10-03,S1,200.00\n" + card
                        + ",main,EUR,Check-Out,2026-10-03,S2,0.00\n");

        assertThat(receipt.skipped()).isEqualTo(Map.of("not-completed", 1L, "no-charge", 1L));
    }

    private void assertRedeemed(TillLine line, String ticket, long points) {
        assertThat(line).isInstanceOfSatisfying(TillLine.Redemption.class, redeemed -> {
            assertThat(redeemed.reference()).isEqualTo(ticket);
            assertThat(redeemed.points()).isEqualTo(Points.of(points));
            assertThat(redeemed.card()).isEqualTo(card);
        });
    }

    private List<TillLine> all(String text) throws IOException {
        return batches(text).stream().flatMap(List::stream).toList();
    }

    private List<TillLine> all(String text, String mappings) throws IOException {
        return batches(text, FeedMappings.read(new ObjectMapper().readTree(mappings))).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void a_file_of_sales_and_returns_is_posted_to_its_last_line() {
        FeedStage stage = FeedStage.open("returns" + System.nanoTime());
        StringBuilder text = new StringBuilder(FeedStage.HEADER).append('\n');
        for (int i = 0; i < 3_000; i++) {
            text.append(FeedStage.line(i)).append('\n');
            if (i % 700 == 0) {
                text.append(FeedStage.line(i).replace("12.50", "-2.50")).append('\n');
            }
        }

        FeedReceipt receipt = stage.process("day.csv", text.toString());

        assertThat(receipt.linesPosted()).isEqualTo(3_005);
        assertThat(receipt.skipped()).isEqualTo(Map.of());
    }

    private static void assertRefund(
            TillLine.Refund refund, LocalDate soldOn, String sold, LocalDate on, Optional<String> amount) {
        assertThat(refund.purchase()).isEqualTo(new OriginalPurchase.ByWords(new OwnWords("main", soldOn, sold)));
        assertThat(refund.goods().businessDate()).contains(on);
        assertThat(refund.goods().amount()).isEqualTo(amount.map(BigDecimal::new));
    }

    private List<List<TillLine>> batches(String text) throws IOException {
        return batches(text, List.of());
    }

    private List<List<TillLine>> batches(String text, List<FeedMapping> mappings) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        FilePrePass.Finding finding = new FilePrePass(new PlainFile.Plain(file, false), "file.csv").inspect(mappings);
        List<List<TillLine>> batches = new ArrayList<>();
        try (BatchReader reader = new BatchReader(file, finding, RecordReader.Position.START, Optional.empty())) {
            for (Optional<BatchReader.Batch> next = reader.next(); next.isPresent(); next = reader.next()) {
                batches.add(next.get().verdicts().stream()
                        .filter(Verdict.ToPost.class::isInstance)
                        .map(verdict -> ((Verdict.ToPost) verdict).line())
                        .toList());
            }
        }
        return batches;
    }
}
