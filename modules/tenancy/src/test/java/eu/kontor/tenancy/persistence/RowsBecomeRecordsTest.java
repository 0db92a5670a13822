package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsBecomeRecordsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final Transactions transactions = DATABASE.transactions();

    private enum Kind {
        EARN
    }

    private record Row(
            MemberId memberId,
            TenantId tenantId,
            Points points,
            YearMonth window,
            Currency currency,
            LocalDate businessDate,
            Instant postedAt,
            Kind kind,
            BigDecimal price,
            List<String> names,
            Optional<Points> held) {

        Row(MemberId memberId) {
            this(memberId, null, null, null, null, null, null, null, null, null, null);
        }
    }

    @Test
    void byTheNamesOfTheColumns() {
        Row row = transactions.asOperator(unit -> unit.jdbi()
                .createQuery(
                        """
                        select 7::bigint as points, :tenant as tenant_id, :member::bigint as member_id, :month as window,
                               'EUR' as currency, date '2026-03-01' as business_date,
                               timestamptz '2026-03-01 10:00+01' as posted_at, 'earn' as kind, 0.01200000 as price,
                               array['a', 'b'] as names, null::bigint as held""")
                .bind("tenant", new TenantId(3))
                .bind("member", new MemberId(9))
                .bind("month", YearMonth.of(2026, 3))
                .mapTo(Row.class)
                .one());

        assertThat(row)
                .isEqualTo(new Row(
                        new MemberId(9),
                        new TenantId(3),
                        Points.of(7),
                        YearMonth.of(2026, 3),
                        Currency.getInstance("EUR"),
                        LocalDate.of(2026, 3, 1),
                        Instant.parse("2026-03-01T09:00:00Z"),
                        Kind.EARN,
                        new BigDecimal("0.01200000"),
                        List.of("a", "b"),
                        Optional.empty()));
    }

    @Test
    void aWordOfTheKernelIsOneColumnWhateverItsName() {
        assertThat(transactions.<MemberId>asOperator(unit -> unit.jdbi()
                        .createQuery("select 9::bigint as holder")
                        .mapTo(MemberId.class)
                        .one()))
                .isEqualTo(new MemberId(9));
    }

    @Test
    void aColumnThatIsMissingIsAMistakeAndNotANull() {
        assertThatThrownBy(() -> transactions.asOperator(unit -> unit.jdbi()
                        .createQuery("select 1 as points")
                        .mapTo(Row.class)
                        .one()))
                .hasMessageContaining("memberId");
    }

    @Test
    void whatTheDatabaseSaysArrivesAsAFailureOfTheDatabase() {
        assertThatThrownBy(() -> transactions.asOperator(unit -> unit.jdbi()
                        .createQuery("select 1 / 0")
                        .mapTo(Integer.class)
                        .one()))
                .isInstanceOf(DatabaseFailure.class)
                .extracting(failure -> ((DatabaseFailure) failure).sqlState())
                .isEqualTo("22012");
    }
}
