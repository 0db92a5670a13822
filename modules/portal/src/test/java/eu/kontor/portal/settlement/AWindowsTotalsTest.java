package eu.kontor.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.portal.settlement.SettlementPresenter.CurrencyTotal;
import java.util.Currency;
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

    private static CurrencyTotal total(String partners, String operator) {
        return new CurrencyTotal(EUR, MoneyAmount.of(partners, "EUR"), MoneyAmount.of(operator, "EUR"));
    }
}
