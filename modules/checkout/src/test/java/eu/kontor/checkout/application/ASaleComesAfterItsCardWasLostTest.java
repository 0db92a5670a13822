package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Tickets;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.membership.api.CardDesk.Replacement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A card is lost at noon; what its guest bought until then reaches the house later, and what was answered is asked again. */
class ASaleComesAfterItsCardWasLostTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final Tickets tickets = stage.tickets();
    private final TenantId cafe = stage.tenant("late-cafe");
    private final CardNumber card = stage.member(cafe);

    @Test
    void what_was_sold_until_the_day_of_the_replacement_earns_for_the_person_behind_the_old_card() {
        CardNumber fresh = replace();
        stage.clock.daysPass(2);

        answer(checkout.purchase(machine(cafe), on(TODAY.minusDays(3), "before", "10.00")));
        answer(checkout.purchase(machine(cafe), on(TODAY, "that day", "20.00")));

        assertRefused(
                RefusalCode.CARD_REPLACED,
                () -> answer(checkout.purchase(machine(cafe), on(TOMORROW, "after", "40.00"))));
        assertThat(available(fresh)).isEqualTo(Points.of(300));
    }

    @Test
    void what_was_sold_before_the_day_of_a_block_earns_and_on_that_day_nobody_knows_who_had_the_card() {
        stage.block(cafe, card);

        answer(checkout.purchase(machine(cafe), on(TODAY.minusDays(1), "before", "10.00")));

        assertRefused(
                RefusalCode.CARD_BLOCKED, () -> answer(checkout.purchase(machine(cafe), on(TODAY, "thief", "20.00"))));
        assertThat(available(card)).isEqualTo(Points.of(100));
    }

    @Test
    void a_retry_hears_the_first_answer_whatever_happened_to_the_card_at_every_door() {
        Purchase alone = on(TODAY, "alone", "100.00");
        Purchase inBatch = on(TODAY, "batch", "3.00");
        Ticket ticket = new Ticket(
                on(TODAY, "ticket", "5.00"),
                List.of(new Tender("points", Points.of(200), null)),
                Optional.of("471183"));
        List<TillLine> file = List.of(
                new TillLine.Sale(on(TODAY, "file", "2.00")),
                new TillLine.Redemption("", card.value(), "main", Points.of(10), TODAY, ofCard("file", card)));
        var first = answer(checkout.purchase(machine(cafe), alone));
        var inBatchFirst = checkout.purchases(machine(cafe), List.of(inBatch))
                .getFirst()
                .receipt()
                .orElseThrow();
        var ticketFirst = tickets.post(machine(cafe), ticket);
        var held = answer(checkout.authorize(machine(cafe), redemption()));
        GiftRequest gift = gift(stage.member(cafe));
        var given = answer(checkout.give(machine(cafe), gift));
        post(file);
        stage.block(cafe, card);
        Points before = available(card);

        assertThat(answer(checkout.purchase(machine(cafe), alone)))
                .matches(again -> again.replayed() && again.id().equals(first.id()))
                .matches(again -> again.availableAfter().equals(first.availableAfter()));
        assertThat(checkout.purchases(machine(cafe), List.of(inBatch))
                        .getFirst()
                        .receipt()
                        .orElseThrow())
                .matches(again -> again.replayed() && again.id().equals(inBatchFirst.id()));
        assertThat(tickets.post(machine(cafe), ticket))
                .matches(again ->
                        again.purchase().id().equals(ticketFirst.purchase().id()))
                .matches(again -> again.redemption().equals(ticketFirst.redemption()));
        assertThat(answer(checkout.authorize(machine(cafe), redemption())))
                .matches(again -> again.replayed() && again.hold().equals(held.hold()));
        assertThat(answer(checkout.give(machine(cafe), gift)))
                .matches(again -> again.replayed() && again.id().equals(given.id()));
        assertThat(post(file)).allMatch(line -> line.receipt().orElseThrow().replayed());
        assertThat(available(card)).isEqualTo(before);
    }

    @Test
    void a_retry_under_another_key_is_known_by_its_ticket() {
        Purchase sold = on(TODAY, "resync", "10.00");
        var first = answer(checkout.purchase(machine(cafe), sold));
        stage.block(cafe, card);

        var again = answer(checkout.purchase(
                machine(cafe),
                new Purchase(
                        "new id " + card.value(),
                        sold.card(),
                        sold.outlet(),
                        sold.amount(),
                        sold.currency(),
                        sold.lines(),
                        sold.businessDate(),
                        sold.businessTime(),
                        sold.reference())));

        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void late_sales_in_a_batch_and_in_a_file_stand_each_alone() {
        replace();
        stage.clock.daysPass(2);

        List<PurchaseOutcome> batch = checkout.purchases(
                machine(cafe), List.of(on(TODAY, "b1", "1.00"), on(TOMORROW, "b2", "2.00"), on(TODAY, "b3", "3.00")));
        List<LineOutcome> file = post(List.of(
                new TillLine.Sale(on(TOMORROW, "f1", "1.00")),
                new TillLine.Sale(on(TODAY, "f2", "2.00")),
                new TillLine.Redemption("", card.value(), "main", Points.of(10), TODAY, ofCard("f3", card)),
                new TillLine.Redemption("", card.value(), "main", Points.of(10), TOMORROW, ofCard("f4", card))));

        assertThat(batch.stream().map(one -> one.refusal().map(Refusal::code)))
                .containsExactly(Optional.empty(), Optional.of(RefusalCode.CARD_REPLACED), Optional.empty());
        assertThat(file.stream().map(one -> one.refusal().map(Refusal::code)))
                .containsExactly(
                        Optional.of(RefusalCode.CARD_REPLACED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(RefusalCode.CARD_REPLACED));
    }

    @Test
    void points_are_not_taken_with_a_card_that_is_not_the_guests_any_more() {
        answer(checkout.purchase(machine(cafe), on(TODAY, "earn", "100.00")));
        replace();

        assertRefused(RefusalCode.CARD_REPLACED, () -> answer(checkout.authorize(machine(cafe), redemption())));
        assertRefused(
                RefusalCode.CARD_REPLACED,
                () -> tickets.post(
                        machine(cafe),
                        new Ticket(
                                on(TODAY, "late ticket", "5.00"),
                                List.of(new Tender("points", Points.of(200), null)),
                                Optional.of("471183"))));
    }

    @Test
    void nobody_is_enrolled_by_a_sale_that_is_refused() {
        TenantId hotel = stage.tenant("late-hotel");
        stage.block(cafe, card);

        assertRefused(
                RefusalCode.CARD_BLOCKED, () -> answer(checkout.purchase(machine(hotel), purchase("x", card, "1.00"))));

        assertThat(stage.isEnrolled(hotel, card)).isFalse();
    }

    private CardNumber replace() {
        return stage.cardDesk()
                .replace(
                        person(cafe, Role.FRONT_DESK),
                        new Replacement(ofCard("replace", card), card, "lost", Optional.empty()))
                .card();
    }

    private List<LineOutcome> post(List<TillLine> lines) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, lines)
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);
    }

    private Points available(CardNumber shown) {
        return stage.balance(shown).available();
    }

    private Purchase on(LocalDate day, String key, String euros) {
        return new Purchase(
                ofCard(key, card),
                card.value(),
                "main",
                new BigDecimal(euros),
                "EUR",
                List.of(),
                day,
                Optional.empty(),
                ofCard(key, card));
    }

    private RedemptionRequest redemption() {
        return new RedemptionRequest(
                ofCard("redeem", card), card.value(), "main", Points.of(100), "EUR", Optional.of("471183"), "T-1");
    }

    private GiftRequest gift(CardNumber friend) {
        return new GiftRequest(
                ofCard("gift", card), card.value(), friend.value(), "main", Points.of(20), Optional.of("471183"));
    }
}
