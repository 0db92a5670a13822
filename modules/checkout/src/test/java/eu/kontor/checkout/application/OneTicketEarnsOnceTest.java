package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneTicketEarnsOnceTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("tickets-cafe");
    private final CardNumber wrong = stage.member(cafe);
    private final CardNumber right = stage.member(cafe);
    private final String ticket = "T " + wrong.value();

    @Test
    void when_a_till_sends_it_again_with_a_new_key() {
        PurchaseReceipt first = sent(sale("a", right, "12.00", ticket));
        stage.publish(cafe, 50);

        PurchaseReceipt again = sent(sale("b", right, "12.00", ticket));

        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.earning()).isEqualTo(first.earning());
        assertThat(balance(right)).isEqualTo(Points.of(120));
    }

    @Test
    void also_when_a_till_that_resyncs_has_it_twice_in_one_batch_or_pads_its_number() {
        PurchaseReceipt first = sent(sale("a", right, "12.00", ticket));

        List<PurchaseOutcome> again = checkout.purchases(
                machine(cafe),
                List.of(sale("a", right, "12.00", ticket), sale("b", right, "12.00", " " + ticket + "  ")));

        assertThat(again)
                .extracting(outcome -> outcome.receipt().orElseThrow().id())
                .containsOnly(first.id());
        assertThat(again)
                .extracting(outcome -> outcome.receipt().orElseThrow().earning())
                .containsOnly(first.earning());
        assertThat(balance(right)).isEqualTo(Points.of(120));
    }

    @Test
    void when_the_nights_file_knows_less_of_it_than_the_till_told() {
        Purchase told = new Purchase(
                key("a"),
                right.value(),
                "main",
                new BigDecimal("12.00"),
                "EUR",
                List.of(new Purchase.Line("sku", "bread", BigDecimal.ONE, new BigDecimal("12.00"))),
                TODAY,
                Optional.of(LocalTime.NOON),
                ticket);
        PurchaseReceipt first = sent(told);

        LineOutcome inTheFile = inAFile(new TillLine.Sale(sale("main/1", right, "12.00", ticket)));

        assertThat(inTheFile.receipt().orElseThrow().replayed()).isTrue();
        assertThat(inTheFile.receipt().orElseThrow().id()).isEqualTo(first.id());
        assertThat(balance(right)).isEqualTo(Points.of(120));
    }

    @Test
    void but_with_the_wrong_card_corrected_it_is_refused_and_says_what_differs() {
        PurchaseReceipt first = sent(sale("a", wrong, "12.00", ticket));

        Refusal sameKey = refused(sale("a", right, "12.00", ticket));
        Refusal newKey = refused(sale("b", right, "12.50", ticket));

        assertThat(sameKey.code()).isEqualTo(RefusalCode.REQUEST_KEY_REUSED);
        assertThat(newKey.code()).isEqualTo(RefusalCode.TICKET_DIFFERS);
        assertThat(newKey.sentence(Locale.ENGLISH))
                .contains(
                        ticket,
                        "12.00 EUR",
                        "12.50 EUR",
                        wrong.value(),
                        right.value(),
                        first.id().text(),
                        "/move");
        assertThat(balance(right)).isEqualTo(Points.ZERO);
    }

    @Test
    void and_a_number_that_begins_again_the_next_day_or_also_pays_with_points_is_another_ticket() {
        LocalDate yesterday = TODAY.minusDays(1);
        List<LineOutcome> outcomes = stage.batches
                .prepare(
                        ActorId.NONE,
                        cafe,
                        List.of(
                                new TillLine.Sale(on(yesterday, right, "10.00", ticket)),
                                new TillLine.Sale(on(TODAY, right, "10.00", ticket)),
                                redemption(TODAY, 150),
                                redemption(TODAY, 150)))
                .post((unit, lines) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(outcomes).allSatisfy(line -> assertThat(line.refusal()).isEmpty());
        assertThat(outcomes)
                .extracting(line -> line.receipt().orElseThrow().replayed())
                .containsExactly(false, false, false, true);
        assertThat(balance(right)).isEqualTo(Points.of(50));
    }

    @Test
    void and_without_a_reference_a_till_is_told_what_it_lacks() {
        PurchaseReceipt receipt = sent(sale("a", right, "1.00", null));
        sent(sale("b", right, "1.00", null));

        assertThat(receipt.remarks().withoutReference()).isTrue();
        assertThat(sent(sale("c", right, "1.00", ticket)).remarks().withoutReference())
                .isFalse();
        assertThat(balance(right)).as("each key is a sale").isEqualTo(Points.of(30));
    }

    @Test
    void and_a_line_that_comes_again_with_another_amount_or_card_corrects_what_it_was() {
        TillLine first = new TillLine.Sale(sale("f", wrong, "12.00", ticket));
        TillLine more = new TillLine.Sale(sale("f", wrong, "15.00", ticket));
        TillLine rightCard = new TillLine.Sale(sale("f", right, "15.00", ticket));
        inAFile(first);

        LineOutcome corrected = inAFile(more);
        assertThat(corrected.receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance(wrong)).isEqualTo(Points.of(150));
        assertThat(inAFile(more).receipt().orElseThrow().replayed()).isTrue();
        assertThat(inAFile(first).receipt().orElseThrow().replayed())
                .as("the first file once more changes nothing")
                .isTrue();
        assertThat(balance(wrong)).isEqualTo(Points.of(150));

        assertThat(inAFile(rightCard).receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance(wrong)).isEqualTo(Points.ZERO);
        assertThat(balance(right)).isEqualTo(Points.of(150));
    }

    @Test
    void also_when_both_stand_in_one_batch_and_a_neighbour_is_posted() {
        CardNumber neighbour = stage.member(cafe);
        List<LineOutcome> outcomes = stage.batches
                .prepare(
                        ActorId.NONE,
                        cafe,
                        List.of(
                                new TillLine.Sale(sale("f", right, "12.00", ticket)),
                                new TillLine.Sale(sale("f", right, "10.00", ticket)),
                                new TillLine.Sale(sale("n", neighbour, "1.00", "N " + ticket))))
                .post((unit, lines) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(outcomes)
                .extracting(line -> line.receipt().orElseThrow().corrected())
                .containsExactly(false, true, false);
        assertThat(balance(right)).isEqualTo(Points.of(100));
        assertThat(balance(neighbour)).isEqualTo(Points.of(10));
    }

    @Test
    void and_a_state_that_calls_it_off_takes_back_what_was_posted_or_does_nothing() {
        TillLine never = new TillLine.CalledOff("main", TODAY, "never " + ticket);
        TillLine called = new TillLine.CalledOff("main", TODAY, ticket);
        TillLine beforeAnyWindow = new TillLine.CalledOff("main", TODAY.minusYears(30), ticket);
        TillLine aBookingForLater = new TillLine.CalledOff("main", TODAY.plusMonths(2), ticket);
        sent(sale("a", right, "12.00", ticket));

        assertThat(List.of(never, beforeAnyWindow, aBookingForLater)).allSatisfy(nothing -> {
            assertThat(inAFile(nothing).receipt()).isEmpty();
            assertThat(inAFile(nothing).refusal()).isEmpty();
        });
        assertThat(inAFile(called).receipt().orElseThrow().corrected()).isTrue();
        assertThat(inAFile(called).receipt()).as("nothing stands any more").isEmpty();
        assertThat(balance(right)).isEqualTo(Points.ZERO);
    }

    @Test
    void and_what_was_taken_back_at_the_till_comes_anew_with_another_amount_only() {
        PurchaseReceipt told = sent(sale("a", right, "12.00", ticket));
        answer(checkout.reverse(
                machine(cafe), new OriginalPurchase.ById(told.id().text()), key("r"), ReturnedGoods.EVERYTHING));

        assertThat(inAFile(new TillLine.Sale(sale("f", right, "12.00", ticket)))
                        .receipt()
                        .orElseThrow()
                        .replayed())
                .isTrue();
        assertThat(balance(right)).isEqualTo(Points.ZERO);
        assertThat(inAFile(new TillLine.Sale(sale("f", right, "9.00", ticket)))
                        .receipt()
                        .orElseThrow()
                        .replayed())
                .isFalse();
        assertThat(balance(right)).isEqualTo(Points.of(90));
    }

    private TillLine redemption(LocalDate day, long points) {
        return new TillLine.Redemption(key("r"), right.value(), "main", Points.of(points), day, ticket);
    }

    private LineOutcome inAFile(TillLine line) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, List.of(line))
                .post((unit, lines) -> {}, TwoBatchesOfAFileTest.FIRST)
                .getFirst();
    }

    private Points balance(CardNumber card) {
        return stage.balance(card).available();
    }

    private PurchaseReceipt sent(Purchase purchase) {
        return answer(checkout.purchase(machine(cafe), purchase));
    }

    private Refusal refused(Purchase purchase) {
        return catchThrowableOfType(Refusal.class, () -> sent(purchase));
    }

    private String key(String name) {
        return name + " " + ticket;
    }

    private Purchase sale(String key, CardNumber card, String euros, String reference) {
        return new Purchase(
                key(key),
                card.value(),
                "main",
                new BigDecimal(euros),
                "EUR",
                List.of(),
                TODAY,
                Optional.empty(),
                reference);
    }

    private Purchase on(LocalDate day, CardNumber card, String euros, String reference) {
        return new Purchase(
                "main/" + reference,
                card.value(),
                "main",
                new BigDecimal(euros),
                "EUR",
                List.of(),
                day,
                Optional.empty(),
                reference);
    }
}
