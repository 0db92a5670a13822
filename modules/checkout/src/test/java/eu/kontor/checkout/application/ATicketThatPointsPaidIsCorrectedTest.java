package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.CardNumber;
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

/** A café gives 10 points per euro; a point pays half a cent. Of a bill of 12.00, 400 points pay 2.00 and the rest earns 100. */
class ATicketThatPointsPaidIsCorrectedTest {

    private final TillStage stage = new TillStage();
    private final TenantId hotel = stage.tenant("corrected-hotel");
    private final TenantId cafe = stage.tenant("corrected-cafe");
    private final CardNumber card = stage.member(hotel);
    private final String reference = ofCard("reference of bill", card);

    @BeforeEach
    void aBillThatPointsPaidForAPartOf() {
        answer(stage.checkout().purchase(machine(hotel), purchase("stay", card, "100.00")));
        stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                purchase("bill", card, "12.00"),
                                List.of(new Tender("points", Points.of(400), null)),
                                Optional.empty()));
        assertThat(available()).isEqualTo(Points.of(700));
    }

    @Test
    void to_a_higher_amount_what_points_paid_goes_on_to_earn_nothing() {
        assertCorrected(inAFile(bill("15.00")));

        assertThat(available()).as("13.00 earn").isEqualTo(Points.of(1_000 - 400 + 130));
        assertThat(inAFile(bill("15.00")).receipt().orElseThrow().replayed()).isTrue();
        assertThat(inAFile(bill("12.00")).receipt().orElseThrow().replayed())
                .as("what the till told first changes nothing any more")
                .isTrue();
        assertThat(available()).isEqualTo(Points.of(730));
    }

    @Test
    void to_a_lower_amount_as_many_points_come_back_as_if_goods_for_the_rest_had() {
        assertCorrected(inAFile(bill("9.00")));

        assertThat(available()).as("a quarter less").isEqualTo(Points.of(1_000 - 300 + 75));
    }

    @Test
    void and_again_and_what_it_is_worth_in_the_end_decides() {
        assertCorrected(inAFile(bill("9.00")));
        stage.deliverMessages();
        assertCorrected(inAFile(bill("6.00")));
        assertThat(available()).as("half of it").isEqualTo(Points.of(1_000 - 200 + 50));

        assertCorrected(inAFile(bill("10.00")));
        assertThat(available()).as("nobody takes points from a guest by a file").isEqualTo(Points.of(1_000 - 200 + 90));
    }

    @Test
    void what_is_returned_of_it_later_comes_back_in_the_new_proportion_and_in_the_end_everything() {
        assertCorrected(inAFile(bill("9.00")));
        stage.deliverMessages();

        assertThat(inAFile(back("half", "4.50")).refusal()).isEmpty();
        assertThat(available()).isEqualTo(Points.of(1_000 - 300 + 75 + 150 - 37));

        assertThat(inAFile(back("the other half", "4.50")).refusal()).isEmpty();
        assertThat(available()).isEqualTo(Points.of(1_000));
    }

    @Test
    void what_came_back_before_is_not_given_back_twice() {
        assertThat(inAFile(back("a quarter", "3.00")).refusal()).isEmpty();
        assertThat(available()).isEqualTo(Points.of(1_000 - 300 + 75));

        assertCorrected(inAFile(bill("9.00")));
        assertThat(available()).isEqualTo(Points.of(1_000 - 300 + 75));

        assertCorrected(inAFile(bill("12.50")));
        assertThat(available()).as("300 points pay 1.50 of it").isEqualTo(Points.of(1_000 - 300 + 110));
    }

    @Test
    void called_off_afterwards_it_gives_everything_back() {
        assertCorrected(inAFile(bill("9.00")));
        stage.deliverMessages();

        assertThat(inAFile(new TillLine.CalledOff("main", TillStage.TODAY, reference))
                        .refusal())
                .isEmpty();
        assertThat(available()).isEqualTo(Points.of(1_000));
    }

    @Test
    void to_another_card_it_is_not_because_the_points_were_its_guests() {
        CardNumber other = stage.member(cafe);

        LineOutcome outcome = inAFile(new TillLine.Sale(on(other, "12.00")));

        assertThat(outcome.refusal()).map(Refusal::code).contains(RefusalCode.TICKET_LINE_DIFFERS);
        assertThat(available()).isEqualTo(Points.of(700));
        assertThat(stage.balance(other).available()).isEqualTo(Points.ZERO);
    }

    @Test
    void a_file_that_says_itself_what_points_paid_is_taken_at_its_word() {
        assertCorrected(inAFile(new TillLine.Sale(on(card, "15.00"), Points.of(400))));

        assertThat(available()).isEqualTo(Points.of(730));
    }

    @Test
    void nor_is_it_made_an_exchange_because_nobody_says_what_points_paid_for() {
        answer(stage.checkout().purchase(machine(cafe), purchase("pan", card, "5.00")));
        Purchase.Original pan = new Purchase.Original(
                new OriginalPurchase.ByWords(new OwnWords("main", TillStage.TODAY, ofCard("reference of pan", card))),
                null);
        Purchase exchange = new Purchase(
                "main/" + reference,
                card.value(),
                "main",
                new BigDecimal("9.00"),
                "EUR",
                List.of(
                        new Purchase.Line("pot", "", BigDecimal.ONE, new BigDecimal("14.00")),
                        new Purchase.Line("pan", "", BigDecimal.ONE.negate(), new BigDecimal("-5.00")).returning(pan)),
                TillStage.TODAY,
                Optional.empty(),
                reference);

        LineOutcome outcome = inAFile(new TillLine.Sale(exchange));

        assertThat(outcome.refusal()).map(Refusal::code).contains(RefusalCode.TICKET_LINE_DIFFERS);
        assertThat(available()).isEqualTo(Points.of(750));
    }

    private TillLine bill(String amount) {
        return new TillLine.Sale(on(card, amount));
    }

    private Purchase on(CardNumber shown, String amount) {
        return new Purchase(
                "main/" + reference,
                shown.value(),
                "main",
                new BigDecimal(amount),
                "EUR",
                List.of(),
                TillStage.TODAY,
                Optional.empty(),
                reference);
    }

    private TillLine back(String key, String amount) {
        return new TillLine.Refund(
                ofCard(key, card),
                new OriginalPurchase.ByWords(new OwnWords("main", TillStage.TODAY, reference)),
                new ReturnedGoods(
                        Optional.of(new BigDecimal(amount)),
                        Optional.of("EUR"),
                        List.of(),
                        Optional.of(TillStage.TODAY),
                        Optional.of("main"),
                        Optional.of(key)));
    }

    private LineOutcome inAFile(TillLine line) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, List.of(line))
                .post((unit, lines) -> {}, TwoBatchesOfAFileTest.FIRST)
                .getFirst();
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private static void assertCorrected(LineOutcome outcome) {
        assertThat(outcome.refusal()).isEmpty();
        assertThat(outcome.receipt().orElseThrow().corrected()).isTrue();
    }
}
