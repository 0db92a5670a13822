package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Debtors.Debtor;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhoOwesPointsHereTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("owed-hotel");
    private static final TenantId CAFE = DATABASE.tenant("owed-cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final LedgerDebtors debtors = new LedgerDebtors(DATABASE.transactions());

    private static Caller clerk(TenantId tenant, Role role) {
        return new Caller("clerk", "Clerk", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }

    private MemberId owing(long points) {
        MemberId guest = newMember();
        Posted purchase = ledger.earn(guest, HOTEL, points);
        ledger.redeem(guest, CAFE, points);
        ledger.reverse(guest, HOTEL, purchase.id());
        return guest;
    }

    @Test
    void a_debt_is_listed_where_it_was_incurred_until_it_is_repaid() {
        MemberId first = owing(100);
        MemberId second = owing(60);

        Page<Debtor> page = debtors.list(clerk(HOTEL, Role.FRONT_DESK), Optional.empty(), 1);
        assertThat(page.rows()).containsExactly(new Debtor(first, Points.of(100)));
        assertThat(debtors.list(clerk(HOTEL, Role.FRONT_DESK), page.next(), 1).rows())
                .containsExactly(new Debtor(second, Points.of(60)));
        assertThat(debtors.list(clerk(CAFE, Role.FRONT_DESK), Optional.empty(), 10)
                        .rows())
                .isEmpty();

        ledger.earn(first, CAFE, 40);
        ledger.earn(second, CAFE, 60);
        assertThat(debtors.list(clerk(HOTEL, Role.FINANCE), Optional.empty(), 10)
                        .rows())
                .containsExactly(new Debtor(first, Points.of(60)));
    }

    @Test
    void a_till_is_told_nothing() {
        assertThatThrownBy(() -> debtors.list(clerk(HOTEL, Role.TILL), Optional.empty(), 10))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> debtors.list(clerk(HOTEL, Role.ADMIN), Optional.of("x"), 10))
                .isInstanceOf(Refusal.class);
    }
}
