package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A brand whose tills may ask three times an hour about cards that they do not know. Whoever posts with a number asks whether somebody holds it. */
class GuessedNumbersAreCountedTest {

    private long serial = 555_000_000L;

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();

    @Test
    void in_a_batch_where_they_stop_no_other() {
        TenantId cafe = stage.tenant("guessed-cafe", 3);
        CardNumber known = stage.member(cafe);

        List<PurchaseOutcome> outcomes = checkout.purchases(
                machine(cafe),
                List.of(
                        purchase("a", nobodys(), "1.00"),
                        purchase("b", nobodys(), "1.00"),
                        purchase("known", known, "1.00"),
                        purchase("c", nobodys(), "1.00"),
                        purchase("d", nobodys(), "1.00")));

        assertThat(outcomes.stream().map(one -> one.refusal().map(Refusal::code)))
                .containsExactly(
                        Optional.of(RefusalCode.CARD_UNKNOWN),
                        Optional.of(RefusalCode.CARD_UNKNOWN),
                        Optional.empty(),
                        Optional.of(RefusalCode.CARD_UNKNOWN),
                        Optional.of(RefusalCode.TILL_TOO_FAST));
        assertThat(stage.balance(known).available()).isEqualTo(Points.of(10));
        stage.signals.write();
        assertThat(stage.signals(cafe)).anyMatch(signal -> signal.contains("card-probing"));
    }

    @Test
    void one_by_one_through_whatever_door_and_together_with_questions() {
        TenantId bar = stage.tenant("guessed-bar", 3);
        CardNumber known = stage.member(bar);

        assertThat(refusal(() -> answer(checkout.purchase(machine(bar), purchase("a", nobodys(), "1.00")))))
                .isEqualTo(RefusalCode.CARD_UNKNOWN);
        assertThat(refusal(() -> answer(checkout.authorize(
                        machine(bar),
                        new RedemptionRequest(
                                ofCard("r", known),
                                nobodys().value(),
                                "main",
                                Points.of(100),
                                "EUR",
                                Optional.of("471183"),
                                "T-1")))))
                .isEqualTo(RefusalCode.CARD_UNKNOWN);
        assertThat(refusal(() -> stage.inquiry().of(machine(bar), nobodys()))).isEqualTo(RefusalCode.CARD_UNKNOWN);

        assertThat(refusal(() -> answer(checkout.purchase(machine(bar), purchase("b", nobodys(), "1.00")))))
                .isEqualTo(RefusalCode.TILL_TOO_FAST);
        assertThat(refusal(() -> answer(checkout.give(
                        machine(bar),
                        new GiftRequest(
                                ofCard("g", known),
                                known.value(),
                                nobodys().value(),
                                "main",
                                Points.of(5),
                                Optional.of("471183"))))))
                .isEqualTo(RefusalCode.TILL_TOO_FAST);
        answer(checkout.purchase(machine(bar), purchase("known", known, "1.00")));
    }

    private CardNumber nobodys() {
        return CardNumber.issue(stage.tenants.coalition().cardPrefix(), serial++);
    }

    private static RefusalCode refusal(Runnable attempt) {
        return catchThrowableOfType(Refusal.class, attempt::run).code();
    }
}
