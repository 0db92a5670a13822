package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.preview.PreviewDesk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dinner that costs nothing is a visit; who types a zero says so once more. */
class AVisitOnTheHouseTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final RequestKeys keys = new RequestKeys(world.clock());
    private final CardNumber card = PreviewDesk.cardOf(3);

    @Test
    void it_is_told_as_complimentary_and_earns_nothing() {
        Purchase visit = till.purchase(cashier, keys.next(), card, bill("0.00"));

        assertThat(visit.complimentary()).isTrue();
        assertThat(visit.lines()).isEmpty();
        assertThat(till.earn(cashier, keys.next(), card, bill("0.00")).earning().points())
                .isEqualTo(Points.ZERO);
    }

    @Test
    void a_bill_of_which_a_cent_was_paid_is_none() {
        assertThat(till.purchase(cashier, keys.next(), card, bill("0.01")).complimentary())
                .isFalse();
    }

    private static Bill bill(String amount) {
        return new Bill("BAR", MoneyAmount.of(amount, "EUR"), List.of(), "", Optional.empty(), "4711");
    }
}
