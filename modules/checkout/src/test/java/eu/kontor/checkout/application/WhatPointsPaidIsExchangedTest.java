package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop gives 10 points per euro; a point pays half a cent. Of a jug at 4.00, 400 points pay a half. */
class WhatPointsPaidIsExchangedTest {

    private final TillStage stage = new TillStage();
    private final Tickets tickets = stage.tickets();
    private final TenantId shop = stage.tenant("exchange-of-points-shop");
    private final CardNumber card = stage.member(shop);

    @BeforeEach
    void a_guest_with_five_hundred_points() {
        answer(stage.checkout().purchase(machine(shop), purchase("first", card, "50.00")));
    }

    @Test
    void it_comes_back_as_points_and_pays_for_nothing_of_the_new_goods() {
        tickets.post(
                machine(shop),
                new Ticket(
                        ticket("jug", "4.00", sold("JUG", "4.00")),
                        List.of(new Tender("points", Points.of(400), null)),
                        Optional.of("471183")));
        assertThat(available()).isEqualTo(Points.of(500 - 400 + 20));
        Ticket exchange = new Ticket(
                ticket("vase", "6.00", back("JUG", "4.00", "jug"), sold("VASE", "10.00")), List.of(), Optional.empty());

        TicketReceipt receipt = tickets.post(machine(shop), exchange);
        TicketReceipt again = tickets.post(machine(shop), exchange);

        ReversalReceipt jug = receipt.purchase().returned().getFirst();
        assertThat(jug.takenBack()).isEqualTo(Points.of(20));
        assertThat(jug.pointsBack().orElseThrow().points()).isEqualTo(Points.of(400));
        assertThat(jug.pointsBack().orElseThrow().value()).contains(MoneyAmount.of("2.00", "EUR"));
        assertThat(receipt.toPay()).isEqualTo(MoneyAmount.of("8.00", "EUR"));
        assertThat(receipt.purchase().earning().points()).isEqualTo(Points.of(100));
        assertThat(receipt.purchase().availableAfter()).isEqualTo(Points.of(600));
        assertThat(available()).isEqualTo(Points.of(600));
        assertThat(again.purchase()
                        .returned()
                        .getFirst()
                        .pointsBack()
                        .orElseThrow()
                        .points())
                .isEqualTo(Points.of(400));
        assertThat(again.toPay()).isEqualTo(receipt.toPay());
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private static Purchase.Line sold(String sku, String amount) {
        return new Purchase.Line(sku, "", BigDecimal.ONE, new BigDecimal(amount));
    }

    private Purchase.Line back(String sku, String amount, String bought) {
        return new Purchase.Line(sku, "", BigDecimal.ONE.negate(), new BigDecimal(amount).negate())
                .returning(new Purchase.Original(
                        new OriginalPurchase.ByWords(new OwnWords(null, TODAY, ofCard(bought, card))), null));
    }

    private Purchase ticket(String key, String net, Purchase.Line... lines) {
        return new Purchase(
                ofCard(key, card),
                card.value(),
                "main",
                new BigDecimal(net),
                "EUR",
                List.of(lines),
                TODAY,
                Optional.empty(),
                ofCard(key, card));
    }
}
