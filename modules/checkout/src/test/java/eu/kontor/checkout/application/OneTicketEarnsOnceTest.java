package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
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

    private TillLine redemption(LocalDate day, long points) {
        return new TillLine.Redemption(key("r"), right.value(), "main", Points.of(points), day, ticket);
    }

    private LineOutcome inAFile(TillLine line) {
        return stage.batches
                .prepare(cafe, List.of(line))
                .post((unit, lines) -> {}, TwoBatchesOfAFileTest.FIRST)
                .getFirst();
    }

    private Points balance(CardNumber card) {
        return stage.inquiry().of(machine(cafe), card).balance().available();
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
