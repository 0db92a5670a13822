package eu.kontor.ledger.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.persistence.BalanceRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What members have, read under the poster's role: a member's balance belongs to no tenant. Sums over all members read the whole
 * ledger, which may take longer than a poster may.
 */
@Service
public class LedgerBalances implements Balances {

    private final Transactions transactions;
    private final LedgerCalendar calendar;

    @Inject
    public LedgerBalances(Transactions transactions, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public MemberBalance of(MemberId member) {
        return of(List.of(member)).get(member);
    }

    @Override
    public Map<MemberId, MemberBalance> of(Collection<MemberId> members) {
        LocalDate notBefore = calendar.today().plusDays(calendar.noticeDays());
        return transactions.asPoster(unit -> new BalanceRows(unit.jdbi()).ofPersons(members, notBefore));
    }

    @Override
    public Points outstanding() {
        return transactions.asAuditor(unit -> new BalanceRows(unit.jdbi()).outstanding());
    }

    @Override
    public Map<TenantId, Points> outstandingByIssuer() {
        return transactions.asAuditor(unit -> new BalanceRows(unit.jdbi()).outstandingByIssuer());
    }
}
