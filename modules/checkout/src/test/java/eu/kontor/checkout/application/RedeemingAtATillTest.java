package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.Redemption;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedeemingAtATillTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId hotel = stage.tenant("redeeming-hotel");
    private final TenantId cafe = stage.tenant("redeeming-cafe");
    private final CardNumber card = stage.member(hotel);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(hotel), purchase("stay", card, "100.00")));
    }

    @Test
    void points_earned_at_the_hotel_pay_at_the_cafe() {
        RedemptionReceipt hold = answer(checkout.authorize(machine(cafe), redemption("a", 600, null)));
        RedemptionReceipt captured = answer(checkout.capture(
                machine(cafe),
                hold.hold().text(),
                TillStage.ofCard("c", card),
                Optional.of(Points.of(500)),
                TillStamp.NONE));

        assertThat(hold.availableAfter()).isEqualTo(Points.of(400));
        assertThat(hold.value()).contains(MoneyAmount.of("3.00", "EUR"));
        assertThat(hold.expires())
                .contains(Instant.parse("2026-03-01T10:00:00Z").plus(RedemptionPolicy.HOLD_VALIDITY));
        assertThat(captured.points()).isEqualTo(Points.of(500));
        assertThat(captured.value()).contains(MoneyAmount.of("2.50", "EUR"));
        assertThat(captured.availableAfter()).isEqualTo(Points.of(500));
    }

    @Test
    void a_voided_hold_gives_its_points_back_and_only_its_own_tenant_may_end_it() {
        RedemptionReceipt hold = answer(checkout.authorize(machine(cafe), redemption("a", 600, null)));
        String id = hold.hold().text();

        assertRefused(
                RefusalCode.HOLD_UNKNOWN,
                () -> answer(checkout.voidHold(machine(hotel), id, TillStage.ofCard("v", card))));
        assertRefused(
                RefusalCode.HOLD_UNKNOWN,
                () -> answer(checkout.capture(
                        machine(hotel), id, TillStage.ofCard("c", card), Optional.empty(), TillStamp.NONE)));
        assertThat(answer(checkout.voidHold(machine(cafe), id, TillStage.ofCard("v", card)))
                        .availableAfter())
                .isEqualTo(Points.of(1000));
    }

    @Test
    void at_the_front_desk_the_member_confirms_with_the_code() {
        var desk = person(cafe, Role.FRONT_DESK);

        assertRefused(RefusalCode.FIELD_MISSING, () -> answer(checkout.authorize(desk, redemption("d", 500, null))));
        assertRefused(
                RefusalCode.CONFIRMATION_CODE_MISTYPED,
                () -> answer(checkout.authorize(desk, redemption("d", 500, "0000"))));
        assertThat(answer(checkout.authorize(desk, redemption("d", 500, "471183")))
                        .points())
                .isEqualTo(Points.of(500));
    }

    @Test
    void more_than_the_balance_or_less_than_the_minimum_is_refused() {
        assertRefused(
                RefusalCode.BALANCE_TOO_LOW,
                () -> answer(checkout.authorize(machine(cafe), redemption("m", 1001, "471183"))));
        assertRefused(
                RefusalCode.BELOW_MINIMUM_REDEMPTION,
                () -> answer(checkout.authorize(machine(cafe), redemption("n", 99, null))));
        assertRefused(
                RefusalCode.POINTS_NOT_POSITIVE,
                () -> answer(checkout.authorize(machine(cafe), redemption("o", 0, null))));
    }

    @Test
    void a_house_where_the_guest_never_was_hears_no_balance_without_the_code_and_wins_no_guest_by_a_refusal() {
        answer(checkout.authorize(machine(hotel), redemption("h", 600, null)));

        for (String key : List.of("first", "first", "again")) {
            Refusal refusal = catchThrowableOfType(
                    Refusal.class, () -> answer(checkout.authorize(machine(cafe), redemption(key, 999, null))));
            assertThat(refusal.code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW_UNCONFIRMED);
            assertThat(refusal.details()).containsOnlyKeys("wanted");
            assertThat(stage.isEnrolled(cafe, card)).isFalse();
        }
        assertRefused(
                RefusalCode.BALANCE_TOO_LOW,
                () -> answer(checkout.authorize(machine(cafe), redemption("confirmed", 999, "471183"))));
    }

    @Test
    void who_redeems_there_for_the_first_time_is_a_guest_who_is_known() {
        answer(checkout.authorize(machine(cafe), redemption("a", 600, null)));

        assertThat(stage.isEnrolled(cafe, card)).isTrue();
        assertRefused(
                RefusalCode.BALANCE_TOO_LOW,
                () -> answer(checkout.authorize(machine(cafe), redemption("b", 500, null))));
    }

    @Test
    void redemptions_of_a_file_are_authorized_and_captured_at_once_and_known_the_second_time() {
        List<TillLine> reported = List.of(
                new Redemption("f1", card.value(), "main", Points.of(300), TillStage.TODAY, "T-1"),
                new Redemption("f2", card.value(), "main", Points.of(900), TillStage.TODAY, "T-2"));

        var first = stage.batches
                .prepare(ActorId.NONE, cafe, reported)
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);
        var second = stage.batches
                .prepare(ActorId.NONE, cafe, reported)
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(first.get(0).receipt().orElseThrow().availableAfter()).isEqualTo(Points.of(700));
        assertThat(first.get(1).refusal().orElseThrow().code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW);
        assertThat(second.get(0).receipt().orElseThrow().replayed()).isTrue();
        assertThat(second.get(0).receipt().orElseThrow().id())
                .isEqualTo(first.get(0).receipt().orElseThrow().id());
    }

    private RedemptionRequest redemption(String key, long points, String code) {
        return new RedemptionRequest(
                TillStage.ofCard(key, card),
                card.value(),
                "main",
                Points.of(points),
                "EUR",
                Optional.ofNullable(code),
                "T-1");
    }
}
