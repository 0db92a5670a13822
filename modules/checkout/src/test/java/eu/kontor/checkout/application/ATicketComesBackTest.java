package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TicketReturns;
import eu.kontor.checkout.api.TicketReturns.TicketReturnReceipt;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillRecords.TicketRecord;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A café gives 10 points per euro; a point pays half a cent. Of a bill of 12.00, 400 points pay 2.00 and the rest earns 100. */
class ATicketComesBackTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TicketReturns returns = new CorrectionStage(stage).ticketReturns();
    private final TenantId hotel = stage.tenant("whole-ticket-hotel");
    private final TenantId cafe = stage.tenant("whole-ticket-cafe");
    private final CardNumber card = stage.member(hotel);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(hotel), purchase("stay", card, "100.00")));
    }

    @Test
    void what_it_earned_is_taken_back_and_the_points_that_paid_come_back() {
        TicketReceipt sold = sold("t1");

        TicketReturnReceipt back = back(sold, "r1", ReturnedGoods.EVERYTHING);

        assertThat(back.purchase().takenBack()).isEqualTo(Points.of(100));
        assertThat(back.redemption().orElseThrow().points()).isEqualTo(Points.of(400));
        assertThat(back.amount()).isEqualTo(euros("12.00"));
        assertThat(back.toRefund()).isEqualTo(euros("10.00"));
        assertThat(back.availableAfter()).isEqualTo(Points.of(1000));
        assertThat(available()).isEqualTo(Points.of(1000));
    }

    @Test
    void a_part_was_paid_with_points_in_the_proportion_of_the_whole() {
        TicketReceipt sold = sold("t2");

        TicketReturnReceipt quarter = back(sold, "r1", amount("3.00"));

        assertThat(quarter.purchase().takenBack()).isEqualTo(Points.of(25));
        assertThat(quarter.redemption().orElseThrow().points()).isEqualTo(Points.of(100));
        assertThat(quarter.toRefund()).isEqualTo(euros("2.50"));
        TicketReturnReceipt rest = back(sold, "r2", ReturnedGoods.EVERYTHING);
        assertThat(rest.redemption().orElseThrow().points()).isEqualTo(Points.of(300));
        assertThat(rest.amount()).isEqualTo(euros("9.00"));
        assertThat(rest.toRefund()).isEqualTo(euros("7.50"));
        assertThat(available()).isEqualTo(Points.of(1000));
    }

    @Test
    void a_line_comes_back_with_its_share_of_both() {
        Purchase plain = purchase("t3", card, "12.00");
        Purchase bill = new Purchase(
                plain.requestKey(),
                plain.card(),
                plain.outlet(),
                plain.amount(),
                plain.currency(),
                List.of(
                        new Purchase.Line("CUP", "", new BigDecimal(2), new BigDecimal("8.00")),
                        new Purchase.Line("TRAY", "", BigDecimal.ONE, new BigDecimal("4.00"))),
                plain.businessDate(),
                plain.businessTime(),
                plain.reference());
        TicketReceipt sold = stage.tickets().post(machine(cafe), new Ticket(bill, List.of(points()), Optional.empty()));

        TicketReturnReceipt cup = back(sold, "r1", lines("CUP"));

        assertThat(cup.amount()).isEqualTo(euros("4.00"));
        assertThat(cup.redemption().orElseThrow().points()).isEqualTo(Points.of(133));
        assertThat(cup.purchase().takenBack()).isEqualTo(Points.of(33));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void any_sequence_of_parts_that_ends_with_everything_ends_where_it_began(long seed) {
        TicketReceipt sold = sold("t4-" + seed);
        Random random = new Random(seed);
        List<TicketReturnReceipt> parts = new ArrayList<>();
        long left = 1200;
        for (int i = 0; left > 0; i++) {
            long cents = Math.min(1 + random.nextInt(400), left);
            parts.add(back(sold, "p" + i, amount(BigDecimal.valueOf(cents, 2).toPlainString())));
            left -= cents;
        }

        assertThat(parts.stream().map(TicketReturnReceipt::toRefund).reduce(MoneyAmount::plus))
                .contains(euros("10.00"));
        assertThat(parts.stream()
                        .flatMap(part -> part.redemption().stream())
                        .map(Checkout.ReturnReceipt::points)
                        .reduce(Points.ZERO, Points::plus))
                .isEqualTo(Points.of(400));
        assertThat(available()).isEqualTo(Points.of(1000));
        assertRefused(RefusalCode.PURCHASE_ALREADY_REVERSED, () -> back(sold, "more", ReturnedGoods.EVERYTHING));
    }

    @Test
    void nothing_is_taken_out_of_the_guests_purse_where_a_point_is_worth_more_than_a_cent() {
        stage.publish(cafe, 10, "0.011");
        TicketReceipt sold = stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                purchase("t12", card, "11.00"),
                                List.of(new Tender("points", Points.of(1000), null)),
                                Optional.of("471183")));

        TicketReturnReceipt most = back(sold, "r1", amount("10.99"));
        TicketReturnReceipt last = back(sold, "r2", amount("0.01"));

        assertThat(most.toRefund()).isEqualTo(euros("0.00"));
        assertThat(last.toRefund()).isEqualTo(euros("0.00"));
        assertThat(most.redemption().orElseThrow().points()).isEqualTo(Points.of(999));
        assertThat(last.redemption().orElseThrow().points()).isEqualTo(Points.of(1));
        assertThat(available()).isEqualTo(Points.of(1000));
    }

    @Test
    void more_than_was_sold_is_refused_and_nothing_comes_back_of_either() {
        TicketReceipt sold = sold("t5");
        back(sold, "r1", amount("11.00"));

        assertRefused(RefusalCode.RETURN_EXCEEDS_PURCHASE, () -> back(sold, "r2", amount("1.01")));

        assertThat(available()).isEqualTo(Points.of(1000 - 400 + 100 + 366 - 91));
    }

    @Test
    void a_retry_gets_the_first_answer_even_after_more_came_back() {
        TicketReceipt sold = sold("t6");
        TicketReturnReceipt first = back(sold, "r1", amount("3.00"));
        TicketReturnReceipt nothing = back(sold, "r2", amount("0.01"));
        back(sold, "r3", amount("3.00"));
        stage.deliverMessages();

        TicketReturnReceipt again = back(sold, "r1", amount("3.0"));

        assertThat(again.purchase().replayed()).isTrue();
        assertThat(again.purchase().id()).isEqualTo(first.purchase().id());
        assertThat(again.toRefund()).isEqualTo(first.toRefund());
        assertThat(again.redemption().orElseThrow().points()).isEqualTo(Points.of(100));
        assertThat(nothing.redemption()).isEmpty();
        assertThat(back(sold, "r2", amount("0.01")).redemption()).isEmpty();
        assertThat(available()).isEqualTo(Points.of(1000 - 400 + 200 + 100 - 50));
        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> back(sold, "r1", amount("4.00")));
    }

    @Test
    void points_that_came_back_alone_do_not_come_back_twice() {
        TicketReceipt sold = sold("t7");
        answer(checkout.returnRedemption(
                machine(cafe),
                new OriginalRedemption.ByHold(
                        sold.redemption().orElseThrow().redemption().text()),
                ofCard("alone", card),
                Optional.of(Points.of(150)),
                TillStamp.NONE));

        TicketReturnReceipt quarter = back(sold, "r1", amount("3.00"));
        TicketReturnReceipt rest = back(sold, "r2", ReturnedGoods.EVERYTHING);

        assertThat(quarter.redemption()).isEmpty();
        assertThat(rest.redemption().orElseThrow().points()).isEqualTo(Points.of(250));
        assertThat(available()).isEqualTo(Points.of(1000));
    }

    @Test
    void it_is_named_by_the_tills_own_words_and_says_at_once_what_is_left() {
        TicketReceipt sold = sold("t8");
        OwnWords words = new OwnWords("main", TillStage.TODAY, ofCard("reference of t8", card));

        returns.giveBack(machine(cafe), new OriginalPurchase.ByWords(words), ofCard("r1", card), amount("3.00"));

        TicketRecord before = record(sold);
        stage.deliverMessages();
        TicketRecord after = record(sold);
        for (TicketRecord ticket : List.of(before, after)) {
            assertThat(ticket.purchase().takenBack().amountLeft()).isEqualTo(euros("9.00"));
            assertThat(ticket.purchase().takenBack().pointsLeft()).isEqualTo(Points.of(75));
            assertThat(ticket.pointsLeft()).isEqualTo(Points.of(300));
            assertThat(ticket.redemption().orElseThrow().returns())
                    .singleElement()
                    .satisfies(back -> {
                        assertThat(back.value()).contains(euros("0.50"));
                        assertThat(back.reason()).isEqualTo("too cold");
                    });
        }
    }

    @Test
    void a_ticket_that_money_paid_comes_back_as_its_purchase() {
        TicketReceipt sold = stage.tickets()
                .post(machine(cafe), new Ticket(purchase("t9", card, "12.00"), List.of(), Optional.empty()));

        TicketReturnReceipt back = back(sold, "r1", amount("3.00"));

        assertThat(back.redemption()).isEmpty();
        assertThat(back.toRefund()).isEqualTo(euros("3.00"));
        assertThat(available()).isEqualTo(Points.of(1000 + 90));
    }

    @Test
    void what_was_spent_of_it_is_repaid_by_the_points_that_come_back() {
        TicketReceipt sold = sold("t10");
        answer(checkout.purchase(machine(cafe), purchase("nothing", card, "0.01")));
        stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                purchase("spend", card, "3.50"),
                                List.of(new Tender("points", Points.of(700), null)),
                                Optional.empty()));

        TicketReturnReceipt back = back(sold, "r1", ReturnedGoods.EVERYTHING);

        assertThat(back.purchase().owed()).isEqualTo(Points.of(100));
        assertThat(back.debtAfter()).isEqualTo(Points.ZERO);
        assertThat(back.availableAfter()).isEqualTo(Points.of(300));
    }

    @Test
    void another_brand_does_not_know_it() {
        TicketReceipt sold = sold("t11");

        assertRefused(
                RefusalCode.TICKET_UNKNOWN,
                () -> returns.giveBack(
                        machine(hotel),
                        new OriginalPurchase.ById(sold.purchase().id().text()),
                        "x " + card.value(),
                        ReturnedGoods.EVERYTHING));
    }

    private TicketReceipt sold(String key) {
        return stage.tickets()
                .post(machine(cafe), new Ticket(purchase(key, card, "12.00"), List.of(points()), Optional.empty()));
    }

    private TicketReturnReceipt back(TicketReceipt sold, String key, ReturnedGoods goods) {
        return returns.giveBack(
                machine(cafe),
                new OriginalPurchase.ById(sold.purchase().id().text()),
                key + " of " + sold.purchase().id().text(),
                goods);
    }

    private TicketRecord record(TicketReceipt sold) {
        return stage.records().ticket(machine(cafe), sold.purchase().id()).orElseThrow();
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private static Tender points() {
        return new Tender("points", Points.of(400), null);
    }

    private static MoneyAmount euros(String amount) {
        return MoneyAmount.of(amount, "EUR");
    }

    private static ReturnedGoods amount(String euros) {
        return new ReturnedGoods(
                Optional.of(new BigDecimal(euros)),
                Optional.of("EUR"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("too cold"));
    }

    /** One of it. */
    private static ReturnedGoods lines(String sku) {
        return new ReturnedGoods(
                Optional.empty(),
                Optional.empty(),
                List.of(new ReturnedLine(Optional.empty(), Optional.of(sku), Optional.of(BigDecimal.ONE))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
