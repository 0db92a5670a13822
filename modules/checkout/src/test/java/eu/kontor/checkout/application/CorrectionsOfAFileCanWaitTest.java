package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.FeedPosting.Corrections;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.PostingId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionsOfAFileCanWaitTest {

    private final TillStage stage = new TillStage();
    private final TenantId cafe = stage.tenant("waiting-corrections");
    private final CardNumber card = stage.member(cafe);
    private final CardNumber other = stage.member(cafe);
    private final String ticket = ofCard("T", card);
    private PostingId first;

    @BeforeEach
    void aTicketThatWasPosted() {
        first = held(sale(card, "12.00")).receipt().orElseThrow().id();
    }

    @Test
    void another_amount_or_card_changes_nothing_and_says_what_it_would_take_back() {
        assertThat(held(sale(card, "15.00")).standing()).contains(first);
        assertThat(held(sale(other, "12.00")).standing()).contains(first);
        assertThat(balance(card)).isEqualTo(Points.of(120));
        assertThat(balance(other)).isEqualTo(Points.ZERO);
    }

    @Test
    void so_does_a_state_that_calls_it_off_or_takes_it_back_as_long_as_it_stands() {
        assertThat(held(calledOff()).standing()).contains(first);
        assertThat(held(refunded()).standing()).contains(first);
        assertThat(balance(card)).isEqualTo(Points.of(120));

        assertThat(posted(calledOff()).receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance(card)).isEqualTo(Points.ZERO);
        assertThat(held(calledOff()).standing()).isEmpty();
        assertThat(held(refunded()).standing()).isEmpty();
    }

    @Test
    void a_part_that_came_back_is_no_correction() {
        TillLine part = new TillLine.Refund(
                "back " + ticket,
                words(),
                new ReturnedGoods(
                        Optional.of(new BigDecimal("2.00")),
                        Optional.of("EUR"),
                        List.of(),
                        Optional.of(TODAY),
                        Optional.of("main"),
                        Optional.of("R")));

        assertThat(held(part).receipt()).isPresent();
        assertThat(balance(card)).isEqualTo(Points.of(100));
    }

    @Test
    void neighbours_are_posted_and_what_was_posted_before_is_known() {
        List<LineOutcome> lines = stage.batches
                .prepare(
                        ActorId.NONE,
                        cafe,
                        List.of(sale(card, "15.00"), sale(card, "12.00"), TillStage.sale("neighbour", other, "3.00")),
                        Corrections.HOLD)
                .post((unit, posted) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(lines.get(0).standing()).contains(first);
        assertThat(lines.get(1).receipt().orElseThrow().replayed()).isTrue();
        assertThat(lines.get(2).receipt().orElseThrow().replayed()).isFalse();
        assertThat(balance(other)).isEqualTo(Points.of(30));
    }

    @Test
    void other_points_of_a_redemption_wait_too() {
        PostingId redeemed = held(redemption(50)).receipt().orElseThrow().id();

        assertThat(held(redemption(70)).standing()).contains(redeemed);
        assertThat(balance(card)).isEqualTo(Points.of(70));
    }

    private TillLine sale(CardNumber shown, String euros) {
        return new TillLine.Sale(new Purchase(
                "x", shown.value(), "main", new BigDecimal(euros), "EUR", List.of(), TODAY, Optional.empty(), ticket));
    }

    private TillLine calledOff() {
        return new TillLine.CalledOff("main", TODAY, ticket);
    }

    private TillLine refunded() {
        return new TillLine.Refund("whole " + ticket, words(), ReturnedGoods.everythingOn(TODAY));
    }

    private TillLine redemption(long points) {
        return new TillLine.Redemption("x", card.value(), "main", Points.of(points), TODAY, ticket);
    }

    private OriginalPurchase words() {
        return new OriginalPurchase.ByWords(new OwnWords("main", TODAY, ticket));
    }

    private LineOutcome held(TillLine line) {
        return post(line, Corrections.HOLD);
    }

    private LineOutcome posted(TillLine line) {
        return post(line, Corrections.POST);
    }

    private LineOutcome post(TillLine line, Corrections corrections) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, List.of(line), corrections)
                .post((unit, posted) -> {}, TwoBatchesOfAFileTest.FIRST)
                .getFirst();
    }

    private Points balance(CardNumber of) {
        return stage.inquiry().of(machine(cafe), of).balance().orElseThrow().available();
    }
}
