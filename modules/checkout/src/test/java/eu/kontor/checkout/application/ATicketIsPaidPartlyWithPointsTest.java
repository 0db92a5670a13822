package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A café gives 10 points per euro; a point pays half a cent. The guest has a thousand. */
class ATicketIsPaidPartlyWithPointsTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final Tickets tickets = stage.tickets();
    private final TenantId hotel = stage.tenant("ticket-hotel");
    private final TenantId cafe = stage.tenant("ticket-cafe");
    private final CardNumber card = stage.member(hotel);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(hotel), purchase("stay-" + card, card, "100.00")));
    }

    @Test
    void the_part_paid_with_points_does_not_earn() {
        TicketReceipt receipt = tickets.post(machine(cafe), ticket("t1", "12.00", points(400), cash("10.00")));

        assertThat(receipt.redemption().orElseThrow().value()).isEqualTo(MoneyAmount.of("2.00", "EUR"));
        assertThat(receipt.toPay()).isEqualTo(MoneyAmount.of("10.00", "EUR"));
        assertThat(receipt.purchase().earning().points()).isEqualTo(Points.of(100));
        assertThat(receipt.purchase().availableAfter()).isEqualTo(Points.of(1000 - 400 + 100));
        assertThat(available()).isEqualTo(Points.of(700));
    }

    @Test
    void purchase_and_redemption_are_posted_both_or_neither() {
        assertRefused(
                RefusalCode.BALANCE_TOO_LOW, () -> tickets.post(machine(cafe), ticket("t2", "60.00", points(1001))));
        // The key is a purchase's already: the redemption, which went well before it, is taken back.
        answer(checkout.purchase(machine(cafe), purchase("t3", card, "1.00")));
        assertRefused(
                RefusalCode.REQUEST_KEY_REUSED, () -> tickets.post(machine(cafe), ticket("t3", "60.00", points(500))));

        assertThat(available()).isEqualTo(Points.of(1010));
        // No refusal is remembered: the same key is a new try.
        assertThat(tickets.post(machine(cafe), ticket("t2", "60.00", points(1000)))
                        .purchase()
                        .replayed())
                .isFalse();
    }

    @Test
    void a_stranger_who_did_not_confirm_is_refused_without_the_balance_and_stays_a_stranger() {
        tickets.post(machine(hotel), ticket("h", "2.00", points(400)));
        Ticket unconfirmed = new Ticket(purchase("t2", card, "60.00"), List.of(points(999)), Optional.empty());

        assertRefused(RefusalCode.BALANCE_TOO_LOW_UNCONFIRMED, () -> tickets.post(machine(cafe), unconfirmed));
        assertThat(stage.isEnrolled(cafe, card)).isFalse();
    }

    @Test
    void a_retry_gets_the_first_answer_even_after_the_program_changed_and_other_tenders_are_a_conflict() {
        TicketReceipt first = tickets.post(machine(cafe), ticket("t4", "12.00", points(400)));
        stage.publish(cafe, 50, "0.006");

        TicketReceipt again = tickets.post(machine(cafe), ticket("t4", "12.0", points(400)));

        assertThat(again.purchase().replayed()).isTrue();
        assertThat(again.purchase().id()).isEqualTo(first.purchase().id());
        assertThat(again.purchase().earning()).isEqualTo(first.purchase().earning());
        assertThat(again.redemption()).isEqualTo(first.redemption());
        assertThat(again.toPay()).isEqualTo(first.toPay());
        assertRefused(
                RefusalCode.REQUEST_KEY_REUSED, () -> tickets.post(machine(cafe), ticket("t4", "12.00", points(300))));
        assertThat(available()).isEqualTo(Points.of(1000 - 400 + 100));
    }

    @Test
    void a_cap_holds_at_most_half_of_the_bill() {
        var section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "down")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100)
                .put("mostPaidWithPoints", 0.5);
        section.putObject("pointsPerUnit").put("EUR", 10);
        section.putObject("valuePerPoint").put("EUR", 0.005);
        stage.publish(cafe, section);

        assertRefused(
                RefusalCode.TOO_MUCH_PAID_WITH_POINTS,
                () -> tickets.post(machine(cafe), ticket("t5", "4.00", points(402))));
        assertThat(tickets.post(machine(cafe), ticket("t5", "4.00", points(400)))
                        .toPay())
                .isEqualTo(MoneyAmount.of("2.00", "EUR"));
    }

    @Test
    void points_may_be_said_by_what_they_shall_pay_and_all_of_a_bill_earns_nothing() {
        TicketReceipt receipt =
                tickets.post(machine(cafe), ticket("t6", "4.99", new Tender("Points ", null, new BigDecimal("4.99"))));

        assertThat(receipt.redemption().orElseThrow().points()).isEqualTo(Points.of(998));
        assertThat(receipt.purchase().earning().points()).isEqualTo(Points.ZERO);
        assertThat(receipt.toPay()).isEqualTo(MoneyAmount.of("0.00", "EUR"));
    }

    @Test
    void tenders_that_do_not_pay_the_bill_are_refused() {
        for (Ticket wrong : List.of(
                ticket("w", "12.00", points(400), cash("9.99")),
                ticket("w", "12.00", cash("12.01")),
                ticket("w", "1.00", points(400)))) {
            assertRefused(RefusalCode.AMOUNT_TENDERS_DIFFER, () -> tickets.post(machine(cafe), wrong));
        }
        assertRefused(
                RefusalCode.FIELD_MALFORMED,
                () -> tickets.post(machine(cafe), ticket("w", "12.00", points(200), points(200))));
        assertRefused(
                RefusalCode.FIELD_MALFORMED,
                () -> tickets.post(
                        machine(cafe), ticket("w", "12.00", new Tender("shells", null, new BigDecimal("12.00")))));
        assertThat(available()).isEqualTo(Points.of(1000));
    }

    @Test
    void at_the_front_desk_the_member_confirms_with_the_code() {
        var desk = TillStage.person(cafe, Role.FRONT_DESK);
        Purchase bill = purchase("t7", card, "12.00");

        assertRefused(
                RefusalCode.CONFIRMATION_CODE_MISTYPED,
                () -> tickets.post(desk, new Ticket(bill, List.of(points(400)), Optional.of("0000"))));
        assertThat(tickets.post(desk, new Ticket(bill, List.of(points(400)), Optional.of("471183")))
                        .redemption())
                .isPresent();
    }

    @Test
    void a_ticket_without_points_is_a_purchase() {
        TicketReceipt receipt = tickets.post(machine(cafe), ticket("t8", "12.00", cash("12.00")));

        assertThat(receipt.redemption()).isEmpty();
        assertThat(receipt.purchase().earning().points()).isEqualTo(Points.of(120));
    }

    @Test
    void a_ticket_is_read_with_its_purchase_and_its_redemption_before_and_after_it_is_filed() {
        TicketReceipt receipt = tickets.post(machine(cafe), ticket("t9", "12.00", points(400)));
        var before = stage.records().ticket(machine(cafe), receipt.purchase().id());
        stage.deliverMessages();
        var after =
                stage.records().ticket(machine(cafe), receipt.purchase().id()).orElseThrow();

        assertThat(before.orElseThrow().redemption().orElseThrow().hold())
                .isEqualTo(receipt.redemption().orElseThrow().redemption());
        assertThat(after.purchase().purchase()).isEqualTo(receipt.purchase().id());
        assertThat(after.redemption().orElseThrow().state()).isEqualTo("captured");
        assertThat(after.redemption().orElseThrow().value()).contains(MoneyAmount.of("2.00", "EUR"));
        assertThat(stage.records().ticket(machine(hotel), receipt.purchase().id()))
                .isEmpty();
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private Ticket ticket(String key, String euros, Tender... tenders) {
        return new Ticket(purchase(key, card, euros), List.of(tenders), Optional.of("471183"));
    }

    private static Tender points(long points) {
        return new Tender("points", Points.of(points), null);
    }

    private static Tender cash(String euros) {
        return new Tender("cash", null, new BigDecimal(euros));
    }
}
