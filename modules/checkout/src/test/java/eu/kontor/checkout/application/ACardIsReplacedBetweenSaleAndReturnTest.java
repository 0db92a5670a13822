package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.CardDesk.Addition;
import eu.kontor.membership.api.CardDesk.Replacement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ACardIsReplacedBetweenSaleAndReturnTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("replacing-cafe");
    private final CardNumber old = stage.member(cafe);
    private PurchaseReceipt sale;
    private CardNumber fresh;

    @BeforeEach
    void a_guest_buys_and_loses_the_card() {
        sale = answer(checkout.purchase(machine(cafe), purchase("s", old, "60.00")));
        fresh = stage.cardDesk()
                .replace(
                        person(cafe, Role.FRONT_DESK),
                        new Replacement(ofCard("replace", old), old, "lost", Optional.empty()))
                .card();
    }

    @Test
    void the_old_number_neither_earns_nor_redeems_and_the_new_one_has_all_points() {
        stage.clock.daysPass(1);
        assertRefused(
                RefusalCode.CARD_REPLACED,
                () -> answer(checkout.purchase(machine(cafe), onTheNextDay(purchase("again", old, "10.00")))));
        assertRefused(RefusalCode.CARD_REPLACED, () -> answer(checkout.authorize(machine(cafe), redemption(old))));
        assertThat(answer(checkout.authorize(machine(cafe), redemption(fresh))).availableAfter())
                .isEqualTo(Points.of(500));
    }

    @Test
    void a_return_by_the_receipt_takes_the_points_from_the_member_who_has_the_new_one() {
        var back = answer(checkout.reverse(
                machine(cafe), new OriginalPurchase.ById(sale.id().text()), ofCard("r", old), part("15.00")));
        stage.deliverMessages();
        var rest = answer(checkout.reverse(
                machine(cafe),
                new OriginalPurchase.ByWords(new OwnWords("main", TillStage.TODAY, ofCard("reference of s", old))),
                ofCard("r2", old),
                part("45.00")));
        assertThat(back.takenBack()).isEqualTo(Points.of(150));
        assertThat(rest.takenBack()).isEqualTo(Points.of(450));
        assertThat(available(fresh)).isEqualTo(Points.of(0));
    }

    @Test
    void the_partners_card_shows_the_same_points_and_earns_into_them() {
        CardNumber partners = stage.cardDesk()
                .add(
                        person(cafe, Role.FRONT_DESK),
                        new Addition(ofCard("add", fresh), fresh, Optional.of("Partner"), Optional.empty()))
                .card();
        answer(checkout.purchase(machine(cafe), purchase("partner", partners, "10.00")));
        assertThat(available(fresh)).isEqualTo(Points.of(700));
        assertThat(available(partners)).isEqualTo(Points.of(700));

        stage.block(cafe, fresh);
        assertRefused(
                RefusalCode.CARD_BLOCKED,
                () -> answer(checkout.purchase(machine(cafe), purchase("b", fresh, "10.00"))));
        assertThat(answer(checkout.purchase(machine(cafe), purchase("b", partners, "10.00")))
                        .availableAfter())
                .isEqualTo(Points.of(800));
    }

    private static Purchase onTheNextDay(Purchase purchase) {
        return new Purchase(
                purchase.requestKey(),
                purchase.card(),
                purchase.outlet(),
                purchase.amount(),
                purchase.currency(),
                purchase.lines(),
                purchase.businessDate().plusDays(1),
                purchase.businessTime(),
                purchase.reference());
    }

    private Points available(CardNumber card) {
        return stage.balance(card).available();
    }

    private static RedemptionRequest redemption(CardNumber card) {
        return new RedemptionRequest(
                ofCard("redeem", card), card.value(), "main", Points.of(100), "EUR", Optional.empty(), "T-1");
    }

    private static ReturnedGoods part(String euros) {
        return new ReturnedGoods(
                Optional.of(new BigDecimal(euros)),
                Optional.of("EUR"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
