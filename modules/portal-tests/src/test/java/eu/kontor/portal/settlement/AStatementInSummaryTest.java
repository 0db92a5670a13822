package eu.kontor.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.portal.settlement.StatementPresenter.StatementPage;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.StatementLine;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AStatementInSummaryTest {

    private final StatementPage page = page(
            line(TransferKind.EARN, "bar", 1_000, 10, 2, "0.01", "-10.00"),
            line(TransferKind.EARN, "spa", 500, 5, 0, "0.01", "-5.00"),
            line(TransferKind.REDEEM, "bar", 300, 1, 0, "0.008", "2.40"));

    @Test
    void tells_what_the_partner_receives_apart_from_what_it_pays() {
        assertThat(page.receives()).isEqualTo(MoneyAmount.of("2.40", "EUR"));
        assertThat(page.pays()).isEqualTo(MoneyAmount.of("-15.00", "EUR"));
    }

    @Test
    void counts_transfers_and_the_late_ones_among_them() {
        assertThat(page.transfers()).isEqualTo(16);
        assertThat(page.lateTransfers()).isEqualTo(2);
    }

    @Test
    void knows_the_price_of_a_transfer_from_its_line() {
        assertThat(page.price(TransferKind.REDEEM, Optional.of("bar"))).hasValue(new BigDecimal("0.008"));
        assertThat(page.price(TransferKind.REVERSE, Optional.of("bar"))).isEmpty();
    }

    private static StatementPage page(StatementLine... lines) {
        return new StatementPage(
                new Statement(
                        YearMonth.of(2026, 10),
                        State.CLOSED,
                        new TenantId(1),
                        "Café Luna",
                        Currency.getInstance("EUR"),
                        Optional.empty(),
                        List.of(lines),
                        MoneyAmount.of("-12.60", "EUR"),
                        Optional.empty()),
                List.of(),
                Optional.empty());
    }

    private static StatementLine line(
            TransferKind kind, String outlet, long points, long transfers, long late, String price, String amount) {
        return new StatementLine(
                kind,
                Optional.of(outlet),
                Points.of(points),
                transfers,
                late,
                new BigDecimal(price),
                MoneyAmount.of(amount, "EUR"));
    }
}
