package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static eu.kontor.checkout.application.TillStage.sale;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.FeedPosting.LineReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As a hotel's folio has them: what one line earns, the next one spends. */
class AFileOfMixedLinesTest {

    private final TillStage stage = new TillStage();
    private final TenantId hotel = stage.tenant("mixed-hotel");
    private final CardNumber guest = stage.member(hotel);
    private final CardNumber other = stage.member(hotel);

    @Test
    void each_members_lines_are_posted_in_the_order_of_the_file() {
        List<LineOutcome> outcomes = post(List.of(
                redemption("too early", guest, 100),
                sale("night", guest, "100.00"),
                redemption("spa", guest, 300),
                sale("other", other, "1.00"),
                redemption("bar", guest, 400),
                sale("minibar", guest, "10.00"),
                redemption("all of it", guest, 400),
                redemption("nothing left", guest, 100)));

        assertThat(refusals(outcomes).get(0)).isEqualTo(RefusalCode.BALANCE_TOO_LOW.name());
        assertThat(refusals(outcomes).subList(1, 7)).containsOnly("posted");
        assertThat(refusals(outcomes).get(7)).isEqualTo(RefusalCode.BALANCE_TOO_LOW.name());
        assertThat(receipt(outcomes, 5).availableAfter()).as("after the bar").isEqualTo(Points.of(400));
        assertThat(receipt(outcomes, 6).availableAfter()).isEqualTo(Points.ZERO);
    }

    @Test
    void a_refund_is_carried_among_them() {
        var bought = stage.checkout()
                .purchases(machine(hotel), List.of(purchase("cancelled", guest, "50.00")))
                .getFirst()
                .receipt()
                .orElseThrow();

        List<LineOutcome> outcomes = post(List.of(
                sale("late", guest, "1.00"),
                new TillLine.Refund(
                        "back",
                        new OriginalPurchase.ById(bought.id().text()),
                        ReturnedGoods.everythingOn(TillStage.TODAY)),
                redemption("spent", guest, 10),
                new TillLine.Refund(
                        "unreadable",
                        new OriginalPurchase.ById("no id"),
                        ReturnedGoods.everythingOn(TillStage.TODAY))));

        assertThat(refusals(outcomes))
                .containsExactly("posted", "posted", "posted", RefusalCode.PURCHASE_UNKNOWN.name());
        assertThat(receipt(outcomes, 1).points()).isEqualTo(Points.of(500));
        assertThat(receipt(outcomes, 2).availableAfter()).isEqualTo(Points.ZERO);
    }

    @Test
    void the_second_time_every_line_is_known() {
        List<TillLine> lines =
                List.of(sale("k", guest, "10.00"), redemption("r", guest, 50), sale("k2", guest, "1.00"));
        post(lines);

        assertThat(post(lines))
                .allMatch(outcome -> outcome.receipt().orElseThrow().replayed());
    }

    private List<LineOutcome> post(List<TillLine> lines) {
        return stage.batches
                .prepare(ActorId.NONE, hotel, lines)
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);
    }

    private static List<String> refusals(List<LineOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome ->
                        outcome.refusal().map(refusal -> refusal.code().name()).orElse("posted"))
                .toList();
    }

    private static LineReceipt receipt(List<LineOutcome> outcomes, int line) {
        return outcomes.get(line).receipt().orElseThrow();
    }

    private static TillLine redemption(String reference, CardNumber card, long points) {
        return new TillLine.Redemption(
                "main/" + reference, card.value(), "main", Points.of(points), TillStage.TODAY, reference);
    }
}
