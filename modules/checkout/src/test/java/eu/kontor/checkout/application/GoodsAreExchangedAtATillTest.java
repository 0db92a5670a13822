package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest bought two cups at 20.00 and a tray at 10.00 (10 points per euro), and comes back with some of it for something else. */
class GoodsAreExchangedAtATillTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final Tickets tickets = stage.tickets();
    private final TenantId shop = stage.tenant("exchange-shop");
    private final CardNumber card = stage.member(shop);
    private PurchaseReceipt first;

    @BeforeEach
    void a_guest_bought_two_cups_and_a_tray() {
        first = answer(checkout.purchase(
                machine(shop), ticket("first", "50.00", sold("CUP", 2, "40.00"), sold("TRAY", 1, "10.00"))));
    }

    @Test
    void the_named_purchase_gives_back_what_it_gave_and_what_is_sold_earns_as_it_is() {
        stage.publish(shop, 20);

        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(shop), ticket("dearer", "10.00", back("CUP", 1, "20.00", byId()), sold("POT", 1, "30.00"))));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(600));
        ReversalReceipt returned = receipt.returned().getFirst();
        assertThat(returned.purchase()).isEqualTo(first.id());
        assertThat(returned.takenBack()).isEqualTo(Points.of(200));
        assertThat(returned.amount()).contains(MoneyAmount.of("20.00", "EUR"));
        assertThat(receipt.availableAfter()).isEqualTo(Points.of(500 + 600 - 200));
        assertThat(available()).isEqualTo(Points.of(900));
    }

    @Test
    void a_ticket_on_which_more_came_back_is_a_return_and_an_earning_in_one() {
        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(shop),
                ticket("cheaper", "-35.00", back("CUP", 2, "40.00", byWords()), sold("SPOON", 1, "5.00"))));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(50));
        assertThat(receipt.returned().getFirst().takenBack()).isEqualTo(Points.of(400));
        assertThat(available()).isEqualTo(Points.of(500 + 50 - 400));
        stage.deliverMessages();
        assertThat(stage.visits
                        .get(machine(shop), first.id())
                        .orElseThrow()
                        .takenBack()
                        .amountLeft())
                .isEqualTo(MoneyAmount.of("10.00", "EUR"));
        assertThat(stage.records()
                        .purchases(machine(shop), words("cheaper"))
                        .getFirst()
                        .amount())
                .isEqualTo(MoneyAmount.of("5.00", "EUR"));
    }

    @Test
    void an_even_exchange_earns_what_it_takes_back() {
        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(shop), ticket("even", "0.00", back("TRAY", 1, "10.00", byId()), sold("BOWL", 1, "10.00"))));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(100));
        assertThat(receipt.availableAfter()).isEqualTo(Points.of(500));
    }

    @Test
    void without_its_purchase_what_came_back_is_taken_off_what_is_sold() {
        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(shop), ticket("unnamed", "10.00", back("CUP", 1, "20.00", null), sold("POT", 1, "30.00"))));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(100));
        assertThat(receipt.returned()).isEmpty();
        assertThat(available()).isEqualTo(Points.of(600));
    }

    @Test
    void more_than_was_sold_comes_back_only_of_a_purchase_that_is_named() {
        assertRefused(
                RefusalCode.EXCHANGE_WITHOUT_ORIGINAL,
                () -> answer(checkout.purchase(
                        machine(shop),
                        ticket("nobody knows", "-15.00", back("CUP", 1, "20.00", null), sold("SPOON", 1, "5.00")))));
        assertRefused(
                RefusalCode.NOTHING_SOLD,
                () -> answer(checkout.purchase(
                        machine(shop), ticket("only back", "-20.00", back("CUP", 1, "20.00", byId())))));
        assertThat(available()).isEqualTo(Points.of(500));
    }

    @Test
    void a_line_pays_for_new_goods_no_more_than_it_was_sold_for() {
        assertRefused(
                RefusalCode.RETURN_EXCEEDS_ITS_PRICE,
                () -> answer(checkout.purchase(
                        machine(shop),
                        ticket("too dear", "10.00", back("TRAY", 1, "40.00", byId()), sold("POT", 1, "50.00")))));
        assertThat(available()).isEqualTo(Points.of(500));

        PurchaseReceipt rounded = answer(checkout.purchase(
                machine(shop), ticket("rounded", "9.99", back("TRAY", 1, "10.01", byId()), sold("POT", 1, "20.00"))));
        assertThat(rounded.returned().getFirst().takenBack()).isEqualTo(Points.of(100));
    }

    @Test
    void all_of_it_is_posted_or_nothing() {
        assertRefused(
                RefusalCode.RETURN_EXCEEDS_LINE,
                () -> answer(checkout.purchase(
                        machine(shop),
                        ticket("too many", "-15.00", back("CUP", 3, "45.00", byId()), sold("POT", 1, "30.00")))));
        assertThat(available()).isEqualTo(Points.of(500));

        // The key is free, and so is the ticket.
        assertThat(answer(checkout.purchase(
                                machine(shop),
                                ticket("too many", "10.00", back("CUP", 1, "20.00", byId()), sold("POT", 1, "30.00"))))
                        .replayed())
                .isFalse();
    }

    @Test
    void asked_again_it_hears_the_first_answer_under_any_key() {
        Purchase exchange = ticket("again", "-10.00", back("CUP", 2, "40.00", byId()), sold("POT", 1, "30.00"));
        PurchaseReceipt once = answer(checkout.purchase(machine(shop), exchange));
        Points after = available();

        PurchaseReceipt twice = answer(checkout.purchase(machine(shop), exchange));
        PurchaseReceipt resent = answer(checkout.purchase(machine(shop), under("another key", exchange)));

        for (PurchaseReceipt again : List.of(twice, resent)) {
            assertThat(again.id()).isEqualTo(once.id());
            assertThat(again.replayed()).isTrue();
            assertThat(again.availableAfter()).isEqualTo(once.availableAfter());
            assertThat(again.returned()).hasSize(1);
            assertThat(again.returned().getFirst().id())
                    .isEqualTo(once.returned().getFirst().id());
            assertThat(again.returned().getFirst().takenBack()).isEqualTo(Points.of(400));
        }
        assertThat(available()).isEqualTo(after);
    }

    @Test
    void the_nights_file_that_names_no_purchase_knows_the_ticket_of_the_day() {
        Purchase exchange = ticket("night", "-10.00", back("CUP", 2, "40.00", byId()), sold("POT", 1, "30.00"));
        answer(checkout.purchase(machine(shop), exchange));
        Points after = available();

        List<LineOutcome> file = post(List.of(
                new TillLine.Sale(ticket("night", "-10.00", back("CUP", 2, "40.00", null), sold("POT", 1, "30.00")))));

        assertThat(file.getFirst().receipt().orElseThrow().replayed()).isTrue();
        assertThat(available()).isEqualTo(after);
    }

    @Test
    void points_that_were_spent_are_owed_less_what_the_ticket_itself_gives() {
        tickets.post(
                machine(shop),
                new Ticket(
                        ticket("spent", "2.50", sold("CARD", 1, "2.50")),
                        List.of(new Tender("points", Points.of(500), null)),
                        Optional.of("471183")));

        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(shop), ticket("owing", "-10.00", back("CUP", 2, "40.00", byId()), sold("POT", 1, "30.00"))));

        assertThat(receipt.returned().getFirst().takenBack()).isEqualTo(Points.of(300));
        assertThat(receipt.returned().getFirst().owed()).isEqualTo(Points.of(100));
        assertThat(receipt.debt().left()).isEqualTo(Points.of(100));
        assertThat(available()).isEqualTo(Points.ZERO);
    }

    @Test
    void lines_of_several_purchases_and_lines_that_nobody_can_tell_apart_are_returned_each_to_its_own() {
        PurchaseReceipt sum = answer(checkout.purchase(machine(shop), ticket("sum", "60.00")));

        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(shop),
                ticket(
                        "both",
                        "-5.00",
                        back("TRAY", 1, "10.00", byId()),
                        back(
                                "ANYTHING",
                                1,
                                "15.00",
                                new Purchase.Original(
                                        new OriginalPurchase.ById(sum.id().text()), null)),
                        sold("POT", 1, "20.00"))));

        assertThat(receipt.returned().stream().map(ReversalReceipt::takenBack))
                .containsExactly(Points.of(100), Points.of(150));
    }

    @Test
    void each_exchange_of_a_batch_stands_alone_and_may_take_back_what_the_batch_sold() {
        List<PurchaseOutcome> outcomes = checkout.purchases(
                machine(shop),
                List.of(
                        ticket("b0", "-2.00", back("PEN", 2, "4.00", of("b1")), sold("INK", 1, "2.00")),
                        ticket("b1", "6.00", sold("PEN", 3, "6.00")),
                        ticket("b2", "-2.00", back("PEN", 2, "4.00", of("b1")), sold("INK", 1, "2.00"))));

        assertThat(outcomes.stream().map(one -> one.refusal().map(Refusal::code)))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(RefusalCode.RETURN_EXCEEDS_LINE));
        assertThat(available()).isEqualTo(Points.of(500 + 60 - 40 + 20));
    }

    @Test
    void each_exchange_of_a_file_stands_alone() {
        List<TillLine> file = List.of(
                new TillLine.Sale(ticket("f1", "5.00", sold("PEN", 1, "5.00"))),
                new TillLine.Sale(ticket("f2", "-35.00", back("CUP", 2, "40.00", byId()), sold("PEN", 1, "5.00"))),
                new TillLine.Sale(ticket("f3", "-15.00", back("CUP", 1, "20.00", byId()), sold("PEN", 1, "5.00"))));

        List<LineOutcome> outcomes = post(file);

        assertThat(outcomes.stream().map(one -> one.refusal().map(Refusal::code)))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of(RefusalCode.RETURN_EXCEEDS_LINE));
        assertThat(outcomes.get(1).receipt().orElseThrow().availableAfter()).isEqualTo(Points.of(500 + 50 + 50 - 400));
        assertThat(available()).isEqualTo(Points.of(200));
        assertThat(post(file).get(1).receipt().orElseThrow().replayed()).isTrue();
        assertThat(available()).isEqualTo(Points.of(200));
    }

    @Test
    void a_line_of_a_file_that_changes_what_was_sold_corrects_it_and_what_came_back_stays_back() {
        post(List.of(
                new TillLine.Sale(ticket("x", "10.00", back("CUP", 1, "20.00", byId()), sold("POT", 1, "30.00")))));
        List<TillLine> cheaper = List.of(
                new TillLine.Sale(ticket("x", "5.00", back("CUP", 1, "20.00", byId()), sold("POT", 1, "25.00"))));

        LineOutcome changed = post(cheaper).getFirst();
        assertThat(changed.receipt().orElseThrow().corrected()).isTrue();
        assertThat(available()).isEqualTo(Points.of(500 + 250 - 200));
        assertThat(post(cheaper).getFirst().receipt().orElseThrow().replayed()).isTrue();
    }

    @Test
    void but_one_that_says_otherwise_of_what_came_back_stays_refused() {
        post(List.of(
                new TillLine.Sale(ticket("x", "10.00", back("CUP", 1, "20.00", byId()), sold("POT", 1, "30.00")))));

        LineOutcome changed = post(List.of(new TillLine.Sale(
                        ticket("x", "-10.00", back("CUP", 2, "40.00", byId()), sold("POT", 1, "30.00")))))
                .getFirst();

        assertThat(changed.refusal().map(Refusal::code)).contains(RefusalCode.TICKET_LINE_DIFFERS);
        assertThat(available()).isEqualTo(Points.of(500 + 300 - 200));
    }

    @Test
    void points_pay_what_is_left_to_pay() {
        TicketReceipt receipt = tickets.post(
                machine(shop),
                new Ticket(
                        ticket("paid", "10.00", back("CUP", 1, "20.00", byId()), sold("POT", 1, "30.00")),
                        List.of(new Tender("points", Points.of(400), null)),
                        Optional.of("471183")));

        assertThat(receipt.toPay()).isEqualTo(MoneyAmount.of("8.00", "EUR"));
        assertThat(receipt.purchase().earning().points()).isEqualTo(Points.of(280));
        assertThat(receipt.purchase().returned().getFirst().takenBack()).isEqualTo(Points.of(200));
        assertThat(receipt.purchase().availableAfter()).isEqualTo(Points.of(500 - 400 + 280 - 200));
    }

    @Test
    void somebody_elses_receipt_takes_back_from_whose_it_is() {
        CardNumber friend = stage.member(shop);

        answer(checkout.purchase(
                machine(shop),
                new Purchase(
                        ofCard("friend", friend),
                        friend.value(),
                        "main",
                        new BigDecimal("-35.00"),
                        "EUR",
                        List.of(back("CUP", 2, "40.00", byId()), sold("SPOON", 1, "5.00")),
                        TODAY,
                        Optional.empty(),
                        ofCard("friend", friend))));

        assertThat(available()).isEqualTo(Points.of(100));
        assertThat(stage.balance(friend).available()).isEqualTo(Points.of(50));
    }

    @Test
    void the_new_goods_come_back_like_any_others() {
        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(shop), ticket("then", "10.00", back("CUP", 1, "20.00", byId()), sold("POT", 1, "30.00"))));

        ReversalReceipt back = answer(checkout.reverse(
                machine(shop),
                new OriginalPurchase.ById(receipt.id().text()),
                ofCard("pot back", card),
                ReturnedGoods.EVERYTHING));

        assertThat(back.takenBack()).isEqualTo(Points.of(300));
        assertThat(available()).isEqualTo(Points.of(300));
    }

    private List<LineOutcome> post(List<TillLine> lines) {
        return stage.batches
                .prepare(ActorId.NONE, shop, lines)
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private Purchase.Original byId() {
        return new Purchase.Original(new OriginalPurchase.ById(first.id().text()), null);
    }

    private Purchase.Original byWords() {
        return of("first");
    }

    private Purchase.Original of(String key) {
        OwnWords words = words(key);
        return new Purchase.Original(
                new OriginalPurchase.ByWords(new OwnWords(null, words.businessDate(), words.reference())), null);
    }

    private OwnWords words(String key) {
        return new OwnWords("main", TODAY, ofCard(key, card));
    }

    private static Purchase.Line sold(String sku, int units, String amount) {
        return new Purchase.Line(sku, "", BigDecimal.valueOf(units), new BigDecimal(amount));
    }

    private static Purchase.Line back(String sku, int units, String amount, Purchase.Original original) {
        return new Purchase.Line(sku, "", BigDecimal.valueOf(-units), new BigDecimal(amount).negate())
                .returning(original);
    }

    private Purchase ticket(String key, String net, Purchase.Line... lines) {
        return new Purchase(
                ofCard(key, card),
                card.value(),
                "main",
                new BigDecimal(net),
                "EUR",
                List.of(lines),
                TODAY,
                Optional.empty(),
                ofCard(key, card));
    }

    private Purchase under(String key, Purchase purchase) {
        return new Purchase(
                ofCard(key, card),
                purchase.card(),
                purchase.outlet(),
                purchase.amount(),
                purchase.currency(),
                purchase.lines(),
                purchase.businessDate(),
                purchase.businessTime(),
                purchase.reference());
    }
}
