package eu.kontor.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.settlement.SettlementPresenter.CurrencyTotal;
import eu.kontor.portal.settlement.SettlementPresenter.Matrix;
import eu.kontor.portal.settlement.SettlementPresenter.PartnerLine;
import eu.kontor.settlement.api.Settlement.State;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AWindowsTotalsTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void cancel_when_the_operator_takes_the_other_side_to_the_cent() {
        assertThat(total("-12.34", "12.34").cancels()).isTrue();
    }

    @Test
    void do_not_cancel_when_a_cent_is_left() {
        CurrencyTotal total = total("-12.34", "12.35");

        assertThat(total.cancels()).isFalse();
        assertThat(total.difference()).isEqualTo(MoneyAmount.of("0.01", "EUR"));
    }

    @Test
    void count_the_points_of_the_partners_of_each_currency_by_themselves() {
        Matrix matrix = new Matrix(
                YearMonth.of(2026, 10),
                State.READY,
                List.of(line(1, 100, 7, "EUR"), line(2, 30, 0, "USD"), line(3, 5, 2, "EUR")),
                List.of(),
                List.of());

        assertThat(matrix.issued(EUR)).isEqualTo(105);
        assertThat(matrix.redeemed(EUR)).isEqualTo(Points.of(9));
        assertThat(matrix.issued(Currency.getInstance("USD"))).isEqualTo(30);
        assertThat(matrix.redeemed(Currency.getInstance("USD"))).isEqualTo(Points.ZERO);
    }

    private static PartnerLine line(int partner, long issued, long redeemed, String currency) {
        return new PartnerLine(
                new TenantId(partner),
                "partner-" + partner,
                "Partner " + partner,
                issued,
                Points.of(redeemed),
                MoneyAmount.of("1.00", currency),
                Optional.empty());
    }

    private static CurrencyTotal total(String partners, String operator) {
        return new CurrencyTotal(EUR, MoneyAmount.of(partners, "EUR"), MoneyAmount.of(operator, "EUR"));
    }
}
