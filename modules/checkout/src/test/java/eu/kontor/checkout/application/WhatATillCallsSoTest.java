package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.persistence.FiledNames;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant has the till's journal in hand, and looks for what stands there: a sale, what came back of it, what points paid. */
class WhatATillCallsSoTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TillNames names = new FiledTillNames(stage.transactions, new FiledNames());
    private final TenantId cafe = stage.tenant("called-cafe");
    private final TenantId hotel = stage.tenant("called-hotel");
    private final CardNumber card = stage.member(cafe);
    private PostingId sale;

    @BeforeEach
    void a_guest_bought_for_sixty_euros() {
        sale = answer(checkout.purchase(machine(cafe), purchase("sale", card, "60.00")))
                .id();
    }

    @Test
    void a_sale_is_found_with_what_came_back_of_it_and_a_return_by_its_own_number() {
        PostingId first = back("a", "10.00", "R-1");
        PostingId second = back("b", "5.00", "R-2");
        stage.deliverMessages();

        assertThat(called(ofCard("reference of sale", card))).containsExactlyInAnyOrder(sale, first, second);
        assertThat(called(ofCard("R-1", card))).containsExactly(first);
        assertThat(called(" " + ofCard("R-1", card) + " ")).containsExactly(first);
    }

    @Test
    void so_is_what_points_paid_and_what_of_it_came_back() {
        RedemptionReceipt held = answer(checkout.authorize(
                machine(cafe),
                new RedemptionRequest(
                        ofCard("redeem", card),
                        card.value(),
                        "main",
                        Points.of(300),
                        "EUR",
                        Optional.empty(),
                        ofCard("bill", card))));
        PostingId captured = answer(checkout.capture(
                        machine(cafe), held.hold().text(), ofCard("capture", card), Optional.empty(), TillStamp.NONE))
                .hold();
        PostingId back = answer(checkout.returnRedemption(
                        machine(cafe),
                        new OriginalRedemption.ByHold(held.hold().text()),
                        ofCard("back", card),
                        Optional.of(Points.of(100)),
                        new TillStamp(Optional.of(TODAY), Optional.of("main"), Optional.of(ofCard("R-9", card)))))
                .id();
        stage.deliverMessages();

        assertThat(called(ofCard("bill", card)))
                .contains(back)
                .as("the capture's own posting, and not the hold, which moves nothing")
                .hasSize(2)
                .doesNotContain(captured);
        assertThat(called(ofCard("R-9", card))).containsExactly(back);
    }

    @Test
    void but_not_of_other_days_of_another_brand_or_for_whom_tills_are_no_matter() {
        stage.deliverMessages();
        String reference = ofCard("reference of sale", card);

        assertThat(names.called(machine(cafe), reference, TODAY.minusDays(9), TODAY.minusDays(1)))
                .isEmpty();
        assertThat(names.called(machine(hotel), reference, TODAY.minusDays(9), TODAY))
                .isEmpty();
        assertThat(names.called(Caller.system("operator"), reference, TODAY, TODAY))
                .isEmpty();
        assertThat(called(" ")).isEmpty();
        assertThat(called("no such number")).isEmpty();
    }

    private Set<PostingId> called(String reference) {
        LocalDate from = TODAY.minusMonths(1);
        return names.called(machine(cafe), reference, from, TODAY);
    }

    private PostingId back(String key, String amount, String reference) {
        return answer(checkout.reverse(
                        machine(cafe),
                        new OriginalPurchase.ById(sale.text()),
                        ofCard(key, card),
                        new ReturnedGoods(
                                Optional.of(new BigDecimal(amount)),
                                Optional.empty(),
                                List.of(),
                                Optional.of(TODAY),
                                Optional.of("main"),
                                Optional.of(ofCard(reference, card)))))
                .id();
    }
}
