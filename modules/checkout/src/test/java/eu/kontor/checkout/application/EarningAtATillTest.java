package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static eu.kontor.checkout.application.TillStage.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EarningAtATillTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId hotel = stage.tenant("earning-hotel");
    private final TenantId cafe = stage.tenant("earning-cafe");
    private final CardNumber card = stage.member(hotel);

    @Test
    void a_purchase_is_credited_and_filed_with_the_reason_for_its_points() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(cafe), purchase("k1", card, "12.40")));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(124));
        assertThat(receipt.availableAfter()).isEqualTo(Points.of(124));
        assertThat(receipt.replayed()).isFalse();
        stage.deliverMessages();
        Visit visit = stage.visits.get(machine(cafe), receipt.id()).orElseThrow();
        assertThat(visit.earning()).isEqualTo(receipt.earning());
        assertThat(visit.outlet()).isEqualTo("main");
        assertThat(visit.reversed()).isFalse();
        assertThat(stage.visits.get(machine(hotel), receipt.id())).isEmpty();
    }

    @Test
    void a_retry_gets_the_first_answer_even_after_the_program_changed() {
        PurchaseReceipt first = answer(checkout.purchase(machine(cafe), purchase("k2", card, "10.00")));
        stage.publish(cafe, 50);

        PurchaseReceipt beforeFiling = answer(checkout.purchase(machine(cafe), purchase("k2", card, "10.0")));
        stage.deliverMessages();
        PurchaseReceipt afterFiling = answer(checkout.purchase(machine(cafe), purchase("k2", card, "10.00")));

        assertThat(beforeFiling.replayed()).isTrue();
        assertThat(beforeFiling.id()).isEqualTo(first.id());
        assertThat(beforeFiling.earning()).isEqualTo(first.earning());
        assertThat(afterFiling.earning()).isEqualTo(first.earning());
    }

    @Test
    void the_same_key_for_another_purchase_is_a_conflict() {
        answer(checkout.purchase(machine(cafe), purchase("k3", card, "10.00")));

        assertRefused(
                RefusalCode.REQUEST_KEY_REUSED,
                () -> answer(checkout.purchase(machine(cafe), purchase("k3", card, "11.00"))));
    }

    @Test
    void a_purchase_too_small_for_a_point_is_a_visit_all_the_same() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(cafe), purchase("k4", card, "0.09")));

        assertThat(receipt.earning().points()).isEqualTo(Points.ZERO);
        stage.deliverMessages();
        assertThat(stage.visits.get(machine(cafe), receipt.id())).isPresent();
    }

    @Test
    void in_a_batch_a_refused_purchase_fails_no_other() {
        CardNumber nobodys = CardNumber.issue("972401", 999_999_998L);

        List<PurchaseOutcome> outcomes = checkout.purchases(
                machine(cafe),
                List.of(
                        purchase("b1", card, "1.00"),
                        purchase("b2", nobodys, "1.00"),
                        purchase("b3", card, "-1.00"),
                        purchase("b4", card, "2.00")));

        assertThat(outcomes.get(0).receipt()).isPresent();
        assertThat(outcomes.get(1).refusal().orElseThrow().code()).isEqualTo(RefusalCode.CARD_UNKNOWN);
        assertThat(outcomes.get(2).refusal().orElseThrow().code()).isEqualTo(RefusalCode.AMOUNT_NOT_POSITIVE);
        assertThat(outcomes.get(3).receipt().orElseThrow().earning().points()).isEqualTo(Points.of(20));
    }

    @Test
    void calls_of_many_tills_at_once_are_answered_each_by_its_own_tenants_program_or_refusal() {
        CardNumber nobodys = CardNumber.issue("972401", 999_999_997L);
        CardNumber newAtTheHotel = stage.member(cafe);
        List<CardNumber> shown = List.of(card, newAtTheHotel, nobodys);
        stage.publish(hotel, 20);

        List<CompletionStage<PurchaseReceipt>> answers = IntStream.range(0, 90)
                .mapToObj(i -> checkout.purchase(
                        machine(i % 2 == 0 ? cafe : hotel), purchase("m" + i, shown.get(i % 3), "1.00")))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            CompletionStage<PurchaseReceipt> answer = answers.get(i);
            if (shown.get(i % 3).equals(nobodys)) {
                assertRefused(RefusalCode.CARD_UNKNOWN, () -> answer(answer));
            } else {
                assertThat(answer(answer).card()).isEqualTo(shown.get(i % 3));
                assertThat(answer(answer).earning().points()).isEqualTo(Points.of(i % 2 == 0 ? 10 : 20));
            }
        }
    }

    @Test
    void a_reversed_purchase_is_taken_back_and_marked_by_its_own_tenant_only() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(cafe), purchase("k5", card, "7.00")));

        assertRefused(
                RefusalCode.PURCHASE_UNKNOWN,
                () -> answer(checkout.reverse(
                        machine(hotel),
                        new OriginalPurchase.ById(receipt.id().text()),
                        "r5",
                        ReturnedGoods.EVERYTHING)));
        var reversal = answer(checkout.reverse(
                machine(cafe), new OriginalPurchase.ById(receipt.id().text()), "r5", ReturnedGoods.EVERYTHING));

        assertThat(reversal.takenBack()).isEqualTo(Points.of(70));
        assertThat(reversal.debtAfter()).isEqualTo(Points.ZERO);
        stage.deliverMessages();
        assertThat(stage.visits.get(machine(cafe), receipt.id()).orElseThrow().reversed())
                .isTrue();
        assertRefused(
                RefusalCode.PURCHASE_ALREADY_REVERSED,
                () -> answer(checkout.reverse(
                        machine(cafe),
                        new OriginalPurchase.ById(receipt.id().text()),
                        "r6",
                        ReturnedGoods.EVERYTHING)));
    }

    @Test
    void a_file_posts_its_checkpoint_with_its_purchases_or_neither() {
        List<TillLine> lines = List.of(sale("f1", card, "3.00"));
        IllegalStateException crash = new IllegalStateException("the power failed");

        assertThatThrownBy(() -> stage.batches
                        .prepare(ActorId.NONE, cafe, lines)
                        .post(
                                (unit, outcomes) -> {
                                    throw crash;
                                },
                                TwoBatchesOfAFileTest.FIRST))
                .isSameAs(crash);
        List<LineOutcome> again = stage.batches
                .prepare(ActorId.NONE, cafe, lines)
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(again.getFirst().receipt().orElseThrow().replayed()).isFalse();
    }

    @Test
    void finance_may_not_post() {
        assertRefused(
                RefusalCode.NOT_PERMITTED,
                () -> answer(checkout.purchase(TillStage.person(cafe, Role.FINANCE), purchase("k6", card, "1.00"))));
    }

    static void assertRefused(RefusalCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
