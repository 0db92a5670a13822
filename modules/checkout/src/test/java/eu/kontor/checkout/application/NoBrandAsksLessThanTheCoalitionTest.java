package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The coalition asks for the member's code from 1,000 points on; the guest has 3,000. */
class NoBrandAsksLessThanTheCoalitionTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("lax-cafe");
    private final TenantId bar = stage.tenant("strict-bar");
    private final CardNumber card = stage.member(cafe);

    @BeforeEach
    void aGuestWithThreeThousandPoints() {
        answer(checkout.purchase(machine(cafe), purchase("stay", card, "300.00")));
    }

    @Test
    void a_brand_that_asks_for_no_code_asks_for_it_from_there_on() {
        assertRefused(RefusalCode.FIELD_MISSING, () -> redeem(cafe, "a", 1_000, Optional.empty()));
        assertThat(redeem(cafe, "b", 999, Optional.empty())).isEqualTo(Points.of(999));
        assertThat(redeem(cafe, "c", 1_000, Optional.of("471183"))).isEqualTo(Points.of(1_000));
    }

    @Test
    void a_ticket_is_no_way_around_it() {
        assertRefused(RefusalCode.FIELD_MISSING, () -> stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                purchase("t", card, "10.00"),
                                List.of(new Tender("points", Points.of(1_000), null)),
                                Optional.empty())));
    }

    @Test
    void a_stricter_brand_asks_earlier_and_one_that_says_nothing_always() {
        stage.publish(bar, program().put("confirmationFrom", 300));
        assertRefused(RefusalCode.FIELD_MISSING, () -> redeem(bar, "a", 300, Optional.empty()));
        assertThat(redeem(bar, "b", 299, Optional.empty())).isEqualTo(Points.of(299));

        stage.publish(bar, program());
        assertRefused(RefusalCode.FIELD_MISSING, () -> redeem(bar, "c", 100, Optional.empty()));
    }

    @Test
    void who_has_not_agreed_is_no_guest_of_the_brand() {
        TenantId stranger = stage.tenant("strangers-inn");
        assertRefused(RefusalCode.CONFIRMATION_CODE_WRONG, () -> redeem(stranger, "w", 1_000, Optional.of("000000")));

        assertThat(stage.isEnrolled(stranger, card)).isFalse();
    }

    private Points redeem(TenantId tenant, String key, long points, Optional<String> code) {
        return answer(checkout.authorize(
                        machine(tenant),
                        new RedemptionRequest(
                                ofCard(key, card), card.value(), "main", Points.of(points), "EUR", code, "T-1")))
                .points();
    }

    private static ObjectNode program() {
        var section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "down")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100);
        section.putObject("pointsPerUnit").put("EUR", 10);
        section.putObject("valuePerPoint").put("EUR", 0.005);
        return section;
    }
}
