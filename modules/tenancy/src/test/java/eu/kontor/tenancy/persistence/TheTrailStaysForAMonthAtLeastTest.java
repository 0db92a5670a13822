package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheTrailStaysForAMonthAtLeastTest {

    private final Transactions transactions = KontorDatabase.shared().transactions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coalition.forget_trail(now() - interval '27 days', null, 10)",
                "coalition.forget_names_in_trail(now() - interval '27 days', 10)"
            })
    void whoever_asks_for_less(String forgetting) {
        assertThatThrownBy(() -> transactions.asOperator(unit -> unit.jdbi()
                        .createQuery("select " + forgetting)
                        .mapTo(Integer.class)
                        .one()))
                .hasStackTraceContaining("for a month at least");
    }
}
