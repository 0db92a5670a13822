package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A brand of ten points a euro lets one person of its front desk give 500 at once and 900 a day, and take back 300 and 500. */
class WhatADeskMayDoAloneTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TillStage STAGE = new TillStage();
    private static final TenantId CAFE = STAGE.tenant("alone-cafe");

    static {
        ObjectNode section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "down")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100);
        section.putObject("pointsPerUnit").put("EUR", 10);
        section.putObject("valuePerPoint").put("EUR", "0.005");
        ObjectNode limits = section.putObject("limits");
        limits.withObject("/earnings/till").put("pointsAtOnce", 500).put("pointsPerDay", 900);
        limits.withObject("/corrections/till").put("pointsAtOnce", 300).put("pointsPerDay", 500);
        STAGE.publish(CAFE, section);
    }

    private final CardNumber card = STAGE.member(CAFE);
    private final Caller clerk = person("clerk " + card.value(), Set.of(Role.FRONT_DESK));
    private final Caller boss = person("boss", Set.of(Role.ADMIN, Role.FRONT_DESK));

    @Test
    void is_a_purchase_up_to_its_limit_above_which_an_administrator_rings_it_up() {
        answer(STAGE.checkout().purchase(clerk, purchase("small", card, "50.00")));
        refuses(
                RefusalCode.ABOVE_PURCHASE_LIMIT,
                () -> answer(STAGE.checkout().purchase(clerk, purchase("large", card, "50.10"))));
        answer(STAGE.checkout().purchase(boss, purchase("large", card, "50.10")));

        STAGE.signals.write();
        assertThat(signals()).containsExactly("above-limit");
    }

    @Test
    void also_in_a_batch_where_it_stops_no_other() {
        assertThat(STAGE.checkout()
                        .purchases(clerk, List.of(purchase("a", card, "60.00"), purchase("b", card, "5.00"))))
                .satisfiesExactly(
                        large -> assertThat(large.refusal().orElseThrow().code())
                                .isEqualTo(RefusalCode.ABOVE_PURCHASE_LIMIT),
                        small -> assertThat(small.receipt()).isPresent());
    }

    @Test
    void and_of_a_day_only_so_much_whosever_card_it_is() {
        answer(STAGE.checkout().purchase(clerk, purchase("one", card, "50.00")));
        CardNumber other = STAGE.member(CAFE);
        refuses(
                RefusalCode.ABOVE_DAY_LIMIT,
                () -> answer(STAGE.checkout().purchase(clerk, purchase("two", other, "40.10"))));
        answer(STAGE.checkout().purchase(clerk, purchase("two", other, "40.00")));
        refuses(
                RefusalCode.ABOVE_DAY_LIMIT,
                () -> answer(STAGE.checkout().purchase(clerk, purchase("three", card, "0.10"))));
    }

    @Test
    void also_of_what_is_rung_up_in_one_batch() {
        assertThat(STAGE
                        .checkout()
                        .purchases(
                                clerk,
                                List.of(
                                        purchase("a", card, "40.00"),
                                        purchase("b", card, "40.00"),
                                        purchase("c", card, "40.00"),
                                        purchase("d", card, "10.00")))
                        .stream()
                        .map(outcome -> outcome.refusal().map(Refusal::code)))
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of(RefusalCode.ABOVE_DAY_LIMIT), Optional.empty());
        assertThat(STAGE.balance(card).available()).isEqualTo(Points.of(900));
    }

    @Test
    void who_asks_again_hears_the_first_answer_and_raises_nothing() {
        Purchase one = purchase("one", card, "50.00");
        PurchaseReceipt first = answer(STAGE.checkout().purchase(clerk, one));
        answer(STAGE.checkout().purchase(clerk, purchase("two", card, "40.00")));

        PurchaseReceipt again = answer(STAGE.checkout().purchase(clerk, one));

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(STAGE.checkout().purchases(clerk, List.of(one)).getFirst().receipt())
                .hasValueSatisfying(receipt -> assertThat(receipt.replayed()).isTrue());
        STAGE.signals.write();
        assertThat(signals()).isEmpty();
    }

    @Test
    void a_partial_return_that_is_asked_again_hears_its_first_answer_too() {
        PurchaseReceipt sold =
                answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("sold", card, "90.00")));
        STAGE.deliverMessages();
        takeBack(clerk, sold, "a", amount("30.00"));
        takeBack(clerk, sold, "b", amount("20.00"));

        refuses(RefusalCode.ABOVE_DAY_LIMIT, () -> takeBack(clerk, sold, "c", amount("0.10")));
        takeBack(clerk, sold, "a", amount("30.00"));

        assertThat(STAGE.balance(card).available()).isEqualTo(Points.of(400));
    }

    @Test
    void so_does_a_ticket() {
        Ticket one = new Ticket(purchase("ticket", card, "50.00"), List.of(), Optional.empty());
        TicketReceipt first = STAGE.tickets().post(clerk, one);
        answer(STAGE.checkout().purchase(clerk, purchase("two", card, "40.00")));

        assertThat(STAGE.tickets().post(clerk, one).purchase().id())
                .isEqualTo(first.purchase().id());
        assertThat(STAGE.balance(card).available()).isEqualTo(Points.of(900));
    }

    @Test
    void and_nothing_for_a_day_that_nobody_counts_any_more() {
        refuses(
                RefusalCode.ABOVE_PURCHASE_LIMIT,
                () -> answer(STAGE.checkout().purchase(clerk, on(TillStage.TODAY.minusDays(8), "old"))));
        answer(STAGE.checkout().purchase(clerk, on(TillStage.TODAY.minusDays(7), "late")));
        answer(STAGE.checkout().purchase(boss, on(TillStage.TODAY.minusDays(8), "old")));
    }

    @Test
    void nor_is_anything_taken_back_or_moved_on_such_a_day() {
        LocalDate longAgo = TillStage.TODAY.minusDays(8);
        CardNumber other = STAGE.member(CAFE);
        PurchaseReceipt sold = answer(STAGE.checkout().purchase(TillStage.machine(CAFE), on(longAgo, "sold")));
        STAGE.deliverMessages();
        MoveRequest move =
                new MoveRequest(TillStage.ofCard("move", card), sold.id().text(), other.value());

        refuses(
                RefusalCode.ABOVE_CORRECTION_LIMIT,
                () -> takeBack(clerk, sold, "then", ReturnedGoods.everythingOn(longAgo)));
        refuses(
                RefusalCode.ABOVE_CORRECTION_LIMIT,
                () -> answer(STAGE.checkout().move(clerk, move)));
        takeBack(clerk, sold, "today", ReturnedGoods.EVERYTHING);
    }

    @Test
    void and_a_till_is_no_person() {
        answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("till", card, "500.00")));
    }

    @Test
    void a_return_up_to_its_limit_or_the_part_that_is_below_it() {
        PurchaseReceipt sold =
                answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("sold", card, "40.00")));
        STAGE.deliverMessages();

        refuses(RefusalCode.ABOVE_CORRECTION_LIMIT, () -> takeBack(clerk, sold, "all", ReturnedGoods.EVERYTHING));
        takeBack(clerk, sold, "part", amount("25.00"));
        takeBack(clerk, sold, "rest", ReturnedGoods.EVERYTHING);
    }

    @Test
    void or_an_administrator_takes_all_of_it_back() {
        PurchaseReceipt sold =
                answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("sold", card, "40.00")));
        STAGE.deliverMessages();
        takeBack(boss, sold, "all", ReturnedGoods.EVERYTHING);
    }

    @Test
    void whose_sign_in_is_asked_for_anew_although_the_desk_is_theirs_too() {
        PurchaseReceipt sold =
                answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("sold", card, "20.00")));

        refuses(
                RefusalCode.SIGN_IN_TOO_OLD,
                () -> takeBack(signedInLongAgo(boss), sold, "all", ReturnedGoods.EVERYTHING));
        takeBack(signedInLongAgo(clerk), sold, "all", ReturnedGoods.EVERYTHING);
    }

    @Test
    void and_a_move_to_another_card_is_a_correction() {
        CardNumber other = STAGE.member(CAFE);
        PurchaseReceipt sold =
                answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("wrong", card, "40.00")));
        STAGE.deliverMessages();
        MoveRequest move =
                new MoveRequest(TillStage.ofCard("move", card), sold.id().text(), other.value());

        refuses(
                RefusalCode.ABOVE_CORRECTION_LIMIT,
                () -> answer(STAGE.checkout().move(clerk, move)));
        refuses(RefusalCode.ABOVE_MOVE_LIMIT, () -> answer(STAGE.checkout().move(boss, move)));
        assertThat(STAGE.balance(card).available()).isEqualTo(Points.of(400));
        STAGE.signals.write();
        assertThat(signals()).contains("above-limit");

        PurchaseReceipt smaller =
                answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("small", card, "30.00")));
        STAGE.deliverMessages();
        answer(STAGE.checkout()
                .move(
                        boss,
                        new MoveRequest(
                                TillStage.ofCard("m2", card), smaller.id().text(), other.value())));
        assertThat(STAGE.balance(other).available()).isEqualTo(Points.of(300));
    }

    @Test
    void points_that_come_back_of_a_redemption_are_points_that_are_given() {
        answer(STAGE.checkout().purchase(TillStage.machine(CAFE), purchase("sold", card, "100.00")));
        String large = redeemed("large", 400);
        String small = redeemed("small", 300);
        STAGE.deliverMessages();

        refuses(RefusalCode.ABOVE_CORRECTION_LIMIT, () -> bringBack(clerk, large, "all", Optional.empty()));
        refuses(RefusalCode.ABOVE_CORRECTION_LIMIT, () -> bringBack(clerk, large, "most", Optional.of(Points.of(301))));
        bringBack(clerk, small, "small", Optional.empty());
        bringBack(clerk, small, "small", Optional.empty());
        refuses(RefusalCode.ABOVE_DAY_LIMIT, () -> bringBack(clerk, large, "rest", Optional.of(Points.of(201))));
        bringBack(boss, large, "all", Optional.empty());
        assertThat(STAGE.balance(card).available()).isEqualTo(Points.of(1_000));
    }

    private String redeemed(String key, long points) {
        Caller till = TillStage.machine(CAFE);
        String hold = answer(STAGE.checkout()
                        .authorize(
                                till,
                                new RedemptionRequest(
                                        TillStage.ofCard(key, card),
                                        card.value(),
                                        "main",
                                        Points.of(points),
                                        "EUR",
                                        Optional.of("471183"),
                                        key)))
                .hold()
                .text();
        answer(STAGE.checkout()
                .capture(till, hold, TillStage.ofCard("c" + key, card), Optional.empty(), TillStamp.NONE));
        return hold;
    }

    private void bringBack(Caller by, String hold, String key, Optional<Points> points) {
        answer(STAGE.checkout()
                .returnRedemption(
                        by,
                        new OriginalRedemption.ByHold(hold),
                        TillStage.ofCard("back " + key, card),
                        points,
                        TillStamp.NONE));
    }

    private Purchase on(LocalDate day, String key) {
        Purchase plain = purchase(key, card, "1.00");
        return new Purchase(
                plain.requestKey(),
                plain.card(),
                plain.outlet(),
                plain.amount(),
                plain.currency(),
                plain.lines(),
                day,
                plain.businessTime(),
                plain.reference());
    }

    private void takeBack(Caller by, PurchaseReceipt sold, String key, ReturnedGoods goods) {
        answer(STAGE.checkout()
                .reverse(by, new OriginalPurchase.ById(sold.id().text()), TillStage.ofCard(key, card), goods));
    }

    private static ReturnedGoods amount(String euros) {
        return new ReturnedGoods(
                Optional.of(new BigDecimal(euros)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<String> signals() {
        return DATABASE.transactions().asTenant(CAFE, unit -> unit.jdbi()
                .createQuery("select kind from coalition.signal where about = :about")
                .bind("about", clerk.subject())
                .mapTo(String.class)
                .list());
    }

    private static void refuses(RefusalCode code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static Caller signedInLongAgo(Caller who) {
        return new Caller(
                who.subject(),
                who.name(),
                who.tenant(),
                who.roles(),
                who.language(),
                Origin.NOWHERE,
                Optional.empty(),
                false);
    }

    private static Caller person(String subject, Set<Role> roles) {
        return new Caller(subject, subject, Optional.of(CAFE), roles, Locale.ENGLISH);
    }
}
