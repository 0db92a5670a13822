package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.MemberBalance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop takes goods back for two weeks, and lets points be spent after that. */
class PointsWaitAtATillTest {

    private static final int DAYS = 14;

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId shop = stage.tenant("waiting-shop");
    private final CardNumber card = stage.member(shop);

    @BeforeEach
    void its_program_says_so() {
        ObjectNode program = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "down")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100)
                .put("pendingDays", DAYS);
        program.putObject("pointsPerUnit").put("EUR", 10);
        program.putObject("valuePerPoint").put("EUR", "0.005");
        stage.publish(shop, program);
    }

    @Test
    void they_are_pending_until_the_day_and_pay_nothing_before() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(shop), purchase("sale", card, "50.00")));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(500));
        assertThat(receipt.availableAfter()).isEqualTo(Points.ZERO);
        assertThat(balance().waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.points()).isEqualTo(Points.of(500)))
                .satisfies(waiting -> assertThat(LocalDate.ofInstant(waiting.from(), ZoneId.of("Europe/Lisbon")))
                        .isEqualTo(TODAY.plusDays(DAYS)));
        assertRefused(RefusalCode.BALANCE_TOO_LOW, () -> stage.tickets().post(machine(shop), paidWithPoints()));

        stage.clock.daysPass(DAYS);
        stage.tickets().post(machine(shop), paidWithPoints());
    }

    @Test
    void what_comes_back_in_time_was_never_there_to_spend() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(shop), purchase("back", card, "50.00")));

        var back = answer(checkout.reverse(
                machine(shop),
                new OriginalPurchase.ById(receipt.id().text()),
                ofCard("back back", card),
                ReturnedGoods.EVERYTHING));

        assertThat(back.takenBack()).isEqualTo(Points.of(500));
        assertThat(back.owed()).isEqualTo(Points.ZERO);
        assertThat(balance().waiting()).isEmpty();
    }

    @Test
    void on_the_right_card_they_wait_until_the_same_day() {
        CardNumber friend = stage.member(shop);
        PurchaseReceipt receipt = answer(checkout.purchase(machine(shop), purchase("wrong", friend, "50.00")));
        stage.deliverMessages();
        stage.clock.daysPass(3);

        answer(checkout.move(
                machine(shop),
                new MoveRequest(ofCard("move", card), receipt.id().text(), card.value(), Optional.of("471183"))));

        assertThat(balance().pending()).isEqualTo(Points.of(500));
        assertThat(LocalDate.ofInstant(balance().waiting().getFirst().from(), ZoneId.of("Europe/Lisbon")))
                .isEqualTo(TODAY.plusDays(DAYS));
        assertThat(stage.balance(friend).pending()).isEqualTo(Points.ZERO);
    }

    private MemberBalance balance() {
        return stage.balance(card);
    }

    private Ticket paidWithPoints() {
        return new Ticket(
                purchase("paid", card, "5.00"),
                List.of(new Tender("points", Points.of(400), null)),
                Optional.of("471183"));
    }
}
