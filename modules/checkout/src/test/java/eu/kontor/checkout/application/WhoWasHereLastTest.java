package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Visits.Seen;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WhoWasHereLastTest {

    private static final AtomicInteger SCENARIO = new AtomicInteger();

    private final TillStage stage = new TillStage();
    private final TenantId cafe = stage.tenant("seen-cafe-" + SCENARIO.incrementAndGet());
    private final TenantId hotel = stage.tenant("seen-hotel");
    private final CardNumber early = stage.member(cafe);
    private final CardNumber late = stage.member(cafe);
    private final Caller desk = person(cafe, Role.FRONT_DESK);

    private PurchaseReceipt buys(CardNumber card, LocalDate day, String reference) {
        return answer(stage.checkout()
                .purchase(
                        machine(cafe),
                        new Purchase(
                                "seen " + card.value() + day + reference,
                                card.value(),
                                "main",
                                BigDecimal.ONE.setScale(2),
                                "EUR",
                                List.of(),
                                day,
                                Optional.empty(),
                                reference)));
    }

    @Test
    void guests_come_once_the_latest_visit_first_and_to_their_own_brand_alone() {
        buys(early, TODAY.minusDays(3), "a");
        buys(late, TODAY.minusDays(2), "b");
        buys(early, TODAY.minusDays(1), "c");
        buys(late, TODAY, "d");
        stage.deliverMessages();

        assertThat(stage.visits.latestGuests(desk, 10))
                .containsExactly(
                        new Seen(stage.memberOf(cafe, late), TODAY),
                        new Seen(stage.memberOf(cafe, early), TODAY.minusDays(1)));
        assertThat(stage.visits.latestGuests(desk, 1)).hasSize(1);
        assertThat(stage.visits.latestGuests(person(hotel, Role.FRONT_DESK), 10))
                .isEmpty();
        assertThatThrownBy(() -> stage.visits.latestGuests(Caller.system("operator"), 10))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_purchase_is_found_by_what_the_till_called_it_on_whatever_day() {
        PurchaseReceipt before = buys(early, TODAY.minusDays(3), "T-1001");
        PurchaseReceipt again = buys(late, TODAY, "T-1001");
        buys(late, TODAY, "T-1002");
        stage.deliverMessages();

        assertThat(stage.visits.byReference(desk, "T-1001", 10)).containsExactly(again.id(), before.id());
        assertThat(stage.visits.byReference(person(hotel, Role.FRONT_DESK), "T-1001", 10))
                .isEmpty();
    }
}
