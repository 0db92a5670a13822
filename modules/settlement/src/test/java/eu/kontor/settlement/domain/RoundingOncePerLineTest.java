package eu.kontor.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Windows.Position;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoundingOncePerLineTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final TenantId CAFE = new TenantId(2);
    private static final Contract CONTRACT = new Contract(
            1,
            Currency.getInstance("EUR"),
            new TreeMap<>(
                    Map.of(YearMonth.of(2026, 1), prices("0.00833333", "0.0075"), MARCH, prices("0.01", "0.008"))),
            Contract.USUAL_PAYMENT_DAYS);

    @Test
    void a_partner_pays_for_what_it_issues_and_receives_for_what_it_redeems() {
        PartnerStatement statement =
                statement(position(TransferKind.EARN, MARCH, 1_001), position(TransferKind.REDEEM, MARCH, 333));

        assertThat(statement.lines())
                .extracting(PartnerStatement.Line::amount)
                .containsExactly(MoneyAmount.of("-10.01", "EUR"), MoneyAmount.of("2.66", "EUR"));
        assertThat(statement.net()).isEqualTo(MoneyAmount.of("-7.35", "EUR"));
    }

    @Test
    void what_was_taken_back_or_repaid_is_given_back_at_the_price_of_issuing() {
        PartnerStatement statement =
                statement(position(TransferKind.REVERSE, MARCH, 100), position(TransferKind.REPAY, MARCH, 50));

        assertThat(statement.net()).isEqualTo(MoneyAmount.of("1.50", "EUR"));
    }

    @Test
    void what_expired_costs_nobody_anything() {
        assertThat(statement(position(TransferKind.EXPIRE, MARCH, 5_000)).net())
                .isEqualTo(MoneyAmount.of("0.00", "EUR"));
    }

    @Test
    void a_late_transfer_has_the_price_of_its_own_month_and_a_line_of_its_own() {
        PartnerStatement statement =
                statement(position(TransferKind.EARN, FEBRUARY, 3), position(TransferKind.EARN, MARCH, 3));

        assertThat(statement.lines())
                .extracting(PartnerStatement.Line::pricePerPoint)
                .containsExactly(new BigDecimal("0.00833333"), new BigDecimal("0.01"));
        assertThat(statement.lines())
                .extracting(PartnerStatement.Line::amount)
                .containsExactly(MoneyAmount.of("-0.02", "EUR"), MoneyAmount.of("-0.03", "EUR"));
    }

    @Test
    void half_a_cent_goes_away_from_zero_on_both_sides() {
        assertThat(statement(position(TransferKind.EARN, FEBRUARY, 60_000_006))
                        .net()
                        .amount())
                .isEqualByComparingTo("-499999.85");
        Contract half = new Contract(
                1,
                Currency.getInstance("EUR"),
                new TreeMap<>(Map.of(MARCH, prices("0.005", "0.005"))),
                Contract.USUAL_PAYMENT_DAYS);
        assertThat(PartnerStatement.of(MARCH, CAFE, "Café", half, List.of(position(TransferKind.EARN, MARCH, 1)))
                        .net())
                .isEqualTo(MoneyAmount.of("-0.01", "EUR"));
        assertThat(PartnerStatement.of(MARCH, CAFE, "Café", half, List.of(position(TransferKind.REDEEM, MARCH, 1)))
                        .net())
                .isEqualTo(MoneyAmount.of("0.01", "EUR"));
    }

    @Test
    void what_is_settled_in_yen_is_rounded_to_whole_yen_and_in_dinar_to_fils() {
        assertThat(settled("JPY", "0.125", 12_345)).isEqualTo(MoneyAmount.of("-1543", "JPY"));
        assertThat(settled("KWD", "0.00305", 12_345)).isEqualTo(MoneyAmount.of("-37.652", "KWD"));
    }

    private static MoneyAmount settled(String currency, String price, long points) {
        Contract contract = new Contract(
                1,
                Currency.getInstance(currency),
                new TreeMap<>(Map.of(MARCH, prices(price, price))),
                Contract.USUAL_PAYMENT_DAYS);
        return PartnerStatement.of(MARCH, CAFE, "Shop", contract, List.of(position(TransferKind.EARN, MARCH, points)))
                .net();
    }

    @Test
    void a_business_date_before_the_first_term_has_no_price() {
        assertThatThrownBy(() -> statement(position(TransferKind.EARN, YearMonth.of(2025, 12), 1)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.CONTRACT_MISSING));
    }

    private static PartnerStatement statement(Position... positions) {
        return PartnerStatement.of(MARCH, CAFE, "Café", CONTRACT, List.of(positions));
    }

    private static Position position(TransferKind kind, YearMonth month, long points) {
        return new Position(CAFE, 1, kind, month, Points.of(points), 1, month.isBefore(MARCH) ? 1 : 0);
    }

    private static TermPrices prices(String issued, String redeemed) {
        return new TermPrices(new BigDecimal(issued), new BigDecimal(redeemed));
    }
}
