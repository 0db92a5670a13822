package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At the bar a member redeems twice an hour, and gives away 50 points a day. The guest has 3,000 points. */
class PointsGoNoFasterThanTheyMayTest {

    private static final String CODE = "471183";

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("unhurried-cafe");
    private final TenantId bar = stage.tenant("slow-bar");
    private final CardNumber card = stage.member(cafe);

    @BeforeEach
    void aGuestWithThreeThousandPoints() throws Exception {
        stage.publish(
                bar,
                new ObjectMapper()
                        .readTree(
                                """
                                {"validFrom": "2025-01-01", "pointsPerUnit": {"EUR": 10}, "rounding": "down", "expiryMonths": 24,
                                 "valuePerPoint": {"EUR": 0.005}, "minimumRedemption": 100, "confirmationRequired": false,
                                 "limits": {"redemptions": {"member": {"perHour": 2}}, "gifts": {"member": {"pointsPerDay": 50}}}}
                                """));
        answer(checkout.purchase(machine(cafe), purchase("stay", card, "300.00")));
    }

    @Test
    void a_third_redemption_within_the_hour_waits_and_is_told_how_long_and_to_the_brand() {
        redeem(bar, "a", 100);
        redeem(bar, "b", 100);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> redeem(bar, "c", 100));

        assertThat(refusal.code()).isEqualTo(RefusalCode.MEMBER_TOO_FAST);
        assertThat((Long) refusal.details().get("seconds")).isBetween(1L, 4_200L);
        assertThat(stage.signals(bar)).anyMatch(signal -> signal.startsWith("velocity "));
        assertThat(redeem(cafe, "d", 100).points())
                .as("the brand's own limit is the brand's alone")
                .isEqualTo(Points.of(100));
    }

    @Test
    void a_ticket_is_no_way_around_it() {
        redeem(bar, "a", 100);
        redeem(bar, "b", 100);

        assertRefused(RefusalCode.MEMBER_TOO_FAST, () -> stage.tickets()
                .post(
                        machine(bar),
                        new Ticket(
                                purchase("t", card, "10.00"),
                                List.of(new Tender("points", Points.of(200), null)),
                                Optional.empty())));
        assertThat(available()).as("neither purchase nor redemption").isEqualTo(Points.of(2_800));
    }

    @Test
    void who_asks_again_for_what_was_posted_gets_the_first_answer_and_is_not_counted() {
        RedemptionReceipt first = redeem(bar, "a", 100);
        redeem(bar, "a", 100);
        redeem(bar, "a", 100);
        redeem(bar, "b", 100);

        assertThat(redeem(bar, "a", 100).hold()).isEqualTo(first.hold());
        assertRefused(RefusalCode.MEMBER_TOO_FAST, () -> redeem(bar, "c", 100));
    }

    @Test
    void what_the_balance_did_not_cover_is_not_counted() {
        redeem(bar, "a", 2_500, CODE);
        assertRefused(RefusalCode.BALANCE_TOO_LOW, () -> redeem(bar, "x", 900));
        assertRefused(RefusalCode.BALANCE_TOO_LOW, () -> redeem(bar, "y", 900));

        assertThat(redeem(bar, "b", 500).points()).isEqualTo(Points.of(500));
    }

    @Test
    void gifts_have_a_pace_of_their_own_and_earning_has_none() {
        CardNumber friend = stage.member(cafe);
        give(friend, "g", 40);

        assertRefused(RefusalCode.MEMBER_TOO_FAST, () -> give(friend, "h", 11));
        assertThat(give(friend, "i", 10)).isEqualTo(Points.of(10));
        for (int i = 0; i < 20; i++) {
            answer(checkout.purchase(machine(bar), purchase("again " + i, card, "1.00")));
        }
    }

    @Test
    void what_a_file_reports_has_happened_and_is_posted() {
        redeem(bar, "a", 100);
        redeem(bar, "b", 100);
        TillLine reported = new TillLine.Redemption(
                ofCard("f", card), card.value(), "main", Points.of(300), TillStage.TODAY, ofCard("F-1", card));

        assertThat(stage.batches
                        .prepare(ActorId.NONE, bar, List.of(reported))
                        .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST)
                        .getFirst()
                        .receipt())
                .isPresent();
    }

    private RedemptionReceipt redeem(TenantId tenant, String key, long points) {
        return redeem(tenant, key, points, null);
    }

    private RedemptionReceipt redeem(TenantId tenant, String key, long points, String code) {
        return answer(checkout.authorize(
                machine(tenant),
                new RedemptionRequest(
                        ofCard(key, card),
                        card.value(),
                        "main",
                        Points.of(points),
                        "EUR",
                        Optional.ofNullable(code),
                        ofCard("bill of " + key, card))));
    }

    private Points give(CardNumber friend, String key, long points) {
        return answer(checkout.give(
                        machine(bar),
                        new GiftRequest(
                                ofCard(key, card),
                                card.value(),
                                friend.value(),
                                "main",
                                Points.of(points),
                                Optional.of(CODE))))
                .points();
    }

    private Points available() {
        return stage.balance(card).available();
    }
}
