package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingABatchTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final TestLedger ledger = new TestLedger(DATABASE);

    @Test
    void answers_item_by_item_and_in_order() {
        MemberId guest = newMember();
        MemberId other = newMember();

        List<Outcome> outcomes = ledger.poster.post(List.of(
                earning(guest, HOTEL, 100),
                ledger.authorization(guest, CAFE, 60),
                ledger.authorization(guest, CAFE, 60),
                earning(other, CAFE, 5)));

        assertThat(outcomes.get(0)).isInstanceOfSatisfying(Outcome.Posted.class, posted -> {
            assertThat(posted.points()).isEqualTo(Points.of(100));
            assertThat(posted.availableAfter()).isEqualTo(Points.of(100));
        });
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(Outcome.Posted.class, posted -> assertThat(posted.availableAfter())
                        .isEqualTo(Points.of(40)));
        assertThat(outcomes.get(2)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW);
            assertThat(refused.details()).containsEntry("available", 40L).containsEntry("wanted", 60L);
        });
        assertThat(outcomes.get(3)).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void a_transfer_that_is_not_written_keeps_its_balance_from_being_written() throws SQLException {
        MemberId guest = newMember();
        ledger.earn(guest, HOTEL, 10);
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update coalition.transfer_kind set kind = '?' where kind = 'E'");
            try {
                assertThatThrownBy(() -> ledger.earn(guest, HOTEL, 5)).isInstanceOf(IllegalStateException.class);
            } finally {
                statement.execute("update coalition.transfer_kind set kind = 'E' where kind = '?'");
            }
        }
        assertThat(ledger.available(guest)).isEqualTo(10);
    }

    @Test
    void a_hold_is_captured_and_consumes_its_points() {
        MemberId guest = newMember();
        ledger.earn(guest, HOTEL, 100);

        Outcome.Posted captured = ledger.redeem(guest, CAFE, 70);

        assertThat(captured.points()).isEqualTo(Points.of(70));
        assertThat(captured.availableAfter()).isEqualTo(Points.of(30));
    }
}
