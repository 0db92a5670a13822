package eu.kontor.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Somebody with more rights than we have holds what a posting needs: the posting gives up in time, and leaves nothing half. */
class ALockDoesNotComeTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = TestLedger.newMember();

    @Test
    void a_posting_fails_in_time_leaves_nothing_and_succeeds_when_it_is_sent_again() throws SQLException {
        ledger.earn(guest, HOTEL, 10);
        Posting earning = TestLedger.earning(guest, HOTEL, 5);

        try (Connection somebody = DATABASE.superuser();
                Statement statement = somebody.createStatement()) {
            somebody.setAutoCommit(false);
            statement.execute("lock table coalition.request in access exclusive mode");
            assertThatThrownBy(() -> ledger.post(earning)).isInstanceOfSatisfying(DatabaseFailure.class, failure -> {
                assertThat(failure.sqlState()).isEqualTo("55P03");
                assertThat(failure.isPassing()).isTrue();
            });
            somebody.rollback();
        }

        assertThat(ledger.available(guest)).isEqualTo(10);
        Posted posted = ledger.posted(earning);
        assertThat(posted.replayed()).isFalse();
        assertThat(ledger.available(guest)).isEqualTo(15);
        ledger.mustBeCoherent();
    }
}
