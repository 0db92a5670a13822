package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A shop in Tokyo, one in Kuwait and one in Hanoi: no decimals, three of them, and bills of millions. */
class SalesInEveryCurrencyTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId tokyo = shop("shop-tokyo", "JPY", "0.1", "1");
    private final TenantId kuwait = shop("shop-kuwait", "KWD", "30", "0.004");
    private final TenantId hanoi = shop("shop-hanoi", "VND", "0.0004", "250");
    private final CardNumber card = stage.member(tokyo);

    @Test
    void a_sale_in_yen_earns_is_filed_and_is_paid_with_points_in_whole_yen() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(tokyo), sale("yen", "JPY", "12340")));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(1234));
        stage.deliverMessages();
        Visit visit = stage.visits.get(machine(tokyo), receipt.id()).orElseThrow();
        assertThat(visit.amount()).isEqualTo(MoneyAmount.of("12340", "JPY"));
        assertThat(visit.amount().amount()).hasToString("12340");
        assertThat(visit.earning()).isEqualTo(receipt.earning());
        var ticket = stage.tickets()
                .post(
                        machine(tokyo),
                        new Ticket(
                                sale("yen-ticket", "JPY", "1000"),
                                List.of(new Tender("points", Points.of(250), null)),
                                Optional.of("471183")));
        assertThat(ticket.toPay()).isEqualTo(MoneyAmount.of("750", "JPY"));
        assertThat(ticket.purchase().earning().points()).isEqualTo(Points.of(75));
    }

    @Test
    void a_sale_in_dinar_keeps_its_three_decimals() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(kuwait), sale("fils", "KWD", "4.125")));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(123));
        assertThat(receipt.earning().parts().getFirst().basis().amount()).hasToString("4.125");
        stage.deliverMessages();
        assertThat(stage.visits.get(machine(kuwait), receipt.id()).orElseThrow().amount())
                .isEqualTo(MoneyAmount.of("4.125", "KWD"));
    }

    @Test
    void a_bill_of_five_million_dong_is_ordinary_and_one_of_five_million_dinar_is_not() {
        assertThat(answer(checkout.purchase(machine(hanoi), sale("dong", "VND", "5000000")))
                        .earning()
                        .points())
                .isEqualTo(Points.of(2000));
        assertRefused(
                RefusalCode.AMOUNT_ABSURD,
                () -> answer(checkout.purchase(machine(kuwait), sale("riches", "KWD", "5000000"))));
    }

    @Test
    void more_decimals_than_the_currency_has_are_refused_with_how_many_it_has() {
        assertAdvice(tokyo, "JPY", "1240.5", "a whole number of JPY, which has no decimals");
        assertAdvice(kuwait, "KWD", "4.1255", "KWD with at most 3 decimals");
        assertThat(answer(checkout.purchase(machine(tokyo), sale("zeros", "JPY", "1240.00")))
                        .earning()
                        .points())
                .isEqualTo(Points.of(124));
    }

    @Test
    void a_file_reports_sales_in_them_as_a_till_does() {
        var outcome = stage.batches
                .prepare(ActorId.NONE, kuwait, List.of(new TillLine.Sale(sale("file", "KWD", "10.005"))))
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST)
                .getFirst();

        assertThat(outcome.receipt().orElseThrow().points()).isEqualTo(Points.of(300));
    }

    @Test
    void a_brand_sets_its_own_limit_in_its_own_currency() {
        ObjectNode section = section("VND", "0.0004", "250");
        section.putObject("largestAmount").put("VND", 2_000_000);
        stage.publish(hanoi, section);

        assertThatThrownBy(() -> answer(checkout.purchase(machine(hanoi), sale("much", "VND", "2000001"))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.AMOUNT_ABSURD);
                    assertThat(refusal.details())
                            .containsEntry("limit", "2000000")
                            .containsEntry("currency", "VND");
                });
    }

    private void assertAdvice(TenantId shop, String currency, String amount, String expected) {
        assertThatThrownBy(() -> answer(checkout.purchase(machine(shop), sale("fine", currency, amount))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_MALFORMED);
                    assertThat(refusal.details().get("expected")).hasToString(expected);
                });
    }

    private TenantId shop(String slug, String currency, String pointsPerUnit, String valuePerPoint) {
        TenantId id = stage.tenant(slug, currency);
        stage.publish(id, section(currency, pointsPerUnit, valuePerPoint));
        return id;
    }

    private static ObjectNode section(String currency, String pointsPerUnit, String valuePerPoint) {
        ObjectNode section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "down")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100);
        section.putObject("pointsPerUnit").put(currency, new BigDecimal(pointsPerUnit));
        section.putObject("valuePerPoint").put(currency, new BigDecimal(valuePerPoint));
        return section;
    }

    private Purchase sale(String key, String currency, String amount) {
        String own = key + "-" + card;
        return new Purchase(
                own,
                card.value(),
                "main",
                new BigDecimal(amount),
                currency,
                List.of(),
                TillStage.TODAY,
                Optional.empty(),
                own);
    }
}
