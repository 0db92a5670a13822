package eu.kontor.ledger.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Past;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.persistence.PastRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Reads the past in one snapshot, so that a posting under way is seen whole or not at all. */
@Service
public class LedgerPast implements Past {

    private final Transactions transactions;
    private final LedgerCalendar calendar;

    @Inject
    public LedgerPast(Transactions transactions, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public MemberAsOf balance(Caller caller, MemberId member, Instant moment) {
        caller.mustBe(Role.OPERATOR);
        mustHaveCome(moment);
        return transactions.asAuditor(unit -> {
            PastRows rows = new PastRows(unit.jdbi());
            long posting = rows.lastPosting(member, moment);
            long snapshot = rows.snapshot(member, posting);
            return new MemberAsOf(
                    member,
                    moment,
                    rows.pockets(member, snapshot, posting),
                    rows.debt(member, snapshot, posting),
                    rows.lastActivity(member, moment));
        });
    }

    @Override
    public List<Position> positions(Caller caller, YearMonth window, Optional<TenantId> tenant, Instant moment) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FINANCE_EXPORT);
        Optional<TenantId> own = caller.tenant();
        if (own.isEmpty()) {
            caller.mustBe(Role.OPERATOR);
        } else if (tenant.isPresent() && !tenant.equals(own)) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
        mustHaveCome(moment);
        return transactions.asAuditor(
                unit -> new PastRows(unit.jdbi()).positions(window, own.or(() -> tenant), moment));
    }

    private void mustHaveCome(Instant moment) {
        if (moment.isAfter(calendar.now())) {
            throw new Refusal(RefusalCode.DAY_NOT_COME, "day", moment);
        }
    }
}
