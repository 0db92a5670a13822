package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.frontdesk.TillPresenter.Part;
import eu.kontor.portal.frontdesk.TillPresenter.Redemption;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.program.api.LineKind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedeemingAtTheCounterTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final CardNumber card = PreviewDesk.cardOf(3);

    private Redemption redemption(long points, String code) {
        return new Redemption("desk-1", card, "BAR", Points.of(points), EUR, code, "");
    }

    @Test
    void theReceiptHasWhatTheCashierReadsAloud() {
        RedemptionReceipt receipt =
                till.redeem(cashier, redemption(1_240, "2468")).receipt();
        assertThat(receipt.points()).isEqualTo(Points.of(1_240));
        assertThat(receipt.value()).contains(MoneyAmount.of("12.40", "EUR"));
        assertThat(receipt.availableAfter().value()).isPositive();
    }

    @Test
    void aWrongCodeIsRefused() {
        assertThatThrownBy(() -> till.redeem(cashier, redemption(1_240, "1111")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.CONFIRMATION_CODE_WRONG));
    }

    @Test
    void aValueNeedsTheFewestPointsThatPayIt() {
        assertThat(till.pointsFor(cashier, MoneyAmount.of("12.40", "EUR"))).contains(Points.of(1_240));
        assertThat(till.pointsFor(cashier, MoneyAmount.of("12", "CHF"))).isEmpty();
    }

    @Test
    void aSaleIsPreviewedByItsCategories() {
        Bill bill = new Bill(
                "BAR",
                MoneyAmount.of("10.00", "EUR"),
                List.of(new Part("coffee", LineKind.GOODS, new BigDecimal("4.00"))));
        assertThat(till.preview(cashier, card, bill).points()).isEqualTo(Points.of(24));
    }

    @Test
    void partsAboveTheWholeAreRefused() {
        Bill bill = new Bill(
                "BAR",
                MoneyAmount.of("3.00", "EUR"),
                List.of(new Part("coffee", LineKind.GOODS, new BigDecimal("4.00"))));
        assertThatThrownBy(() -> till.preview(cashier, card, bill))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.AMOUNT_LINES_DIFFER));
    }
}
