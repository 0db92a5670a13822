package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.MoveReceipt;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.StandingTickets;
import eu.kontor.checkout.api.StandingTickets.TicketWords;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.MemberBalance;
import eu.kontor.ledger.api.PostingId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class APurchaseMovesToTheRightCardTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("moves-cafe");
    private final TenantId hotel = stage.tenant("moves-hotel");
    private final CardNumber wrong = stage.member(cafe);
    private final CardNumber right = stage.member(hotel);
    private PurchaseReceipt bought;

    @BeforeEach
    void aPurchaseOnTheWrongCard() {
        bought = answer(checkout.purchase(machine(cafe), purchase("k", wrong, "12.40")));
    }

    @Test
    void with_all_its_points_and_a_retry_hears_the_same() {
        MoveReceipt moved = move("m", right);
        MoveReceipt again = move("m", right);

        assertThat(moved.takenBack()).isEqualTo(Points.of(124));
        assertThat(moved.debtAfter()).isEqualTo(Points.ZERO);
        assertThat(moved.purchase().earning().points()).isEqualTo(Points.of(124));
        assertThat(moved.purchase().id()).isNotEqualTo(bought.id());
        assertThat(again.purchase().id()).isEqualTo(moved.purchase().id());
        assertThat(again.purchase().replayed()).isTrue();
        assertThat(again.purchase().earning()).isEqualTo(moved.purchase().earning());
        assertThat(balance(wrong).available()).isEqualTo(Points.ZERO);
        assertThat(balance(right).available()).isEqualTo(Points.of(124));
        assertThat(stage.isEnrolled(cafe, right)).isTrue();
        stage.deliverMessages();
        assertThat(stage.visits.get(machine(cafe), bought.id()).orElseThrow().reversed())
                .isTrue();
        assertThat(stage.visits
                        .get(machine(cafe), moved.purchase().id())
                        .orElseThrow()
                        .reference())
                .isEqualTo(ofCard("reference of k", wrong));
    }

    @Test
    void and_the_ticket_is_known_on_both_cards_and_earns_no_more() {
        PurchaseReceipt moved = move("m", right).purchase();
        stage.deliverMessages();

        assertThat(answer(checkout.purchase(machine(cafe), purchase("k", wrong, "12.40")))
                        .replayed())
                .isTrue();
        assertRefused(RefusalCode.PURCHASE_MOVED, () -> move("m2", stage.member(cafe)));
        MoveReceipt onward = answer(checkout.move(
                machine(cafe), new MoveRequest(ofCard("m3", wrong), moved.id().text(), wrong.value())));
        assertThat(onward.purchase().earning().points()).as("back again").isEqualTo(Points.of(124));
        assertThat(balance(wrong).available()).isEqualTo(Points.of(124));
        assertThat(balance(right).available()).isEqualTo(Points.ZERO);
    }

    @Test
    void and_comes_back_from_there_under_the_id_that_the_till_was_answered() {
        PurchaseReceipt moved = move("m", right).purchase();

        ReversalReceipt back = comesBack();

        assertThat(back.purchase()).isEqualTo(moved.id());
        assertThat(back.takenBack()).isEqualTo(Points.of(124));
        assertThat(balance(right).available()).isEqualTo(Points.ZERO);
        assertThat(comesBack())
                .extracting(ReversalReceipt::id, ReversalReceipt::replayed)
                .containsExactly(back.id(), true);
    }

    private ReversalReceipt comesBack() {
        return answer(checkout.reverse(
                machine(cafe),
                new OriginalPurchase.ById(bought.id().text()),
                ofCard("r", wrong),
                ReturnedGoods.EVERYTHING));
    }

    @Test
    void and_is_found_there_under_the_tills_own_words() {
        StandingTickets tickets =
                new FiledStandingTickets(stage.tenants, stage.transactions, new FiledAnswers(), stage.ledger);
        TicketWords words =
                new TicketWords(What.SALE, new OwnWords("main", TillStage.TODAY, ofCard("reference of k", wrong)));
        TicketWords elsewhere =
                new TicketWords(What.SALE, new OwnWords("nowhere", TillStage.TODAY, ofCard("reference of k", wrong)));
        assertThat(tickets.byWords(machine(cafe), List.of(words, elsewhere)))
                .containsExactly(Map.entry(words, bought.id()));

        PurchaseReceipt moved = move("m", right).purchase();

        Map<TicketWords, PostingId> now = tickets.byWords(machine(cafe), List.of(words));
        assertThat(now).containsExactly(Map.entry(words, moved.id()));
        assertThat(tickets.of(machine(cafe), now.values()).get(moved.id()).card())
                .isEqualTo(right);
        assertThat(tickets.byWords(machine(hotel), List.of(words))).isEmpty();
    }

    @Test
    void and_who_had_spent_the_points_owes_them() {
        RedemptionReceipt hold = answer(checkout.authorize(
                machine(cafe),
                new RedemptionRequest(
                        ofCard("r", wrong), wrong.value(), "main", Points.of(100), "EUR", Optional.empty(), "")));
        answer(checkout.capture(
                machine(cafe), hold.hold().text(), ofCard("c", wrong), Optional.empty(), TillStamp.NONE));

        MoveReceipt moved = move("m", right);

        assertThat(moved.takenBack()).isEqualTo(Points.of(24));
        assertThat(moved.debtAfter()).isEqualTo(Points.of(100));
        assertThat(balance(right).available()).isEqualTo(Points.of(124));
        assertThat(balance(wrong).debt()).isEqualTo(Points.of(100));
    }

    @Test
    void but_neither_half_happens_without_the_other() {
        assertRefused(
                RefusalCode.CARD_UNKNOWN,
                () -> answer(checkout.move(
                        machine(cafe),
                        new MoveRequest(ofCard("m", wrong), bought.id().text(), stage.cardOfNobody()))));
        assertRefused(RefusalCode.MOVE_TO_THE_SAME_CARD, () -> move("m", wrong));
        assertRefused(
                RefusalCode.PURCHASE_UNKNOWN,
                () -> answer(checkout.move(
                        machine(hotel),
                        new MoveRequest(ofCard("m", wrong), bought.id().text(), right.value()))));
        assertThat(balance(wrong).available()).isEqualTo(Points.of(124));

        move("m", right);
        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> move("m", stage.member(cafe)));
        assertThat(balance(right).available()).isEqualTo(Points.of(124));
    }

    @Test
    void a_till_asks_whose_points_leave_from_as_many_on_as_for_a_redemption() {
        TenantId careful = stage.tenant("careful-cafe");
        ObjectNode section = TillStage.program(10, "0.005");
        section.remove("confirmationRequired");
        stage.publish(careful, section.put("confirmationFrom", 100));
        CardNumber hers = stage.member(careful);
        CardNumber his = stage.member(careful);
        PurchaseReceipt small = answer(checkout.purchase(machine(careful), purchase("small", hers, "9.90")));
        PurchaseReceipt large = answer(checkout.purchase(machine(careful), purchase("large", hers, "10.00")));
        stage.deliverMessages();

        answer(checkout.move(
                machine(careful), new MoveRequest(ofCard("a", hers), small.id().text(), his.value())));
        assertRefused(RefusalCode.FIELD_MISSING, () -> moveOf(careful, large, hers, his, Optional.empty()));
        assertRefused(
                RefusalCode.CONFIRMATION_CODE_WRONG, () -> moveOf(careful, large, hers, his, Optional.of("000000")));
        assertThat(balance(his).available()).isEqualTo(Points.of(99));

        moveOf(careful, large, hers, his, Optional.of("471183"));
        assertThat(balance(his).available()).isEqualTo(Points.of(199));
        assertThat(balance(hers).available()).isEqualTo(Points.ZERO);
    }

    private void moveOf(TenantId at, PurchaseReceipt sold, CardNumber from, CardNumber to, Optional<String> code) {
        answer(checkout.move(
                machine(at), new MoveRequest(ofCard("b", from), sold.id().text(), to.value(), code)));
    }

    private MoveReceipt move(String key, CardNumber to) {
        return answer(checkout.move(
                machine(cafe), new MoveRequest(ofCard(key, wrong), bought.id().text(), to.value())));
    }

    private MemberBalance balance(CardNumber card) {
        return stage.balance(card);
    }
}
