package eu.kontor.ledger.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.persistence.LinkRows;
import eu.kontor.ledger.persistence.TransferRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Transfers as a caller may see them: a tenant's under the tenant's role, all of them under the operator's. */
@Service
public class LedgerTransfers implements Transfers {

    private static final Role[] WHO_SERVE_MEMBERS = {Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK, Role.TILL
    };

    private static final Role[] WHO_SETTLE = {Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FINANCE_EXPORT};

    private final Transactions transactions;

    @Inject
    public LedgerTransfers(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<TransferRow> ofMember(Caller caller, MemberId member, Optional<String> cursor, int limit) {
        caller.mustBe(WHO_SERVE_MEMBERS);
        Set<MemberId> accounts = transactions.asPoster(unit -> new LinkRows(unit.jdbi()).samePerson(member));
        return read(caller, rows -> rows.ofMembers(accounts, cursor, rowsPerPage(limit)));
    }

    @Override
    public Page<TransferRow> ofWindow(
            Caller caller,
            TenantId tenant,
            YearMonth window,
            Optional<TransferKind> kind,
            Optional<String> cursor,
            int limit) {
        mayRead(caller, tenant);
        return read(caller, rows -> rows.ofWindow(tenant, window, kind, cursor, rowsPerPage(limit)));
    }

    @Override
    public List<TransferRow> ofPostings(
            Caller caller, TenantId tenant, YearMonth window, Collection<PostingId> postings) {
        mayRead(caller, tenant);
        return postings.isEmpty() ? List.of() : read(caller, rows -> rows.ofPostings(tenant, window, postings));
    }

    @Override
    public void streamWindow(Caller caller, TenantId tenant, YearMonth window, Consumer<TransferRow> sink) {
        mayRead(caller, tenant);
        read(caller, rows -> {
            rows.stream(tenant, window, sink);
            return true;
        });
    }

    @Override
    public Elsewhere elsewhere(Caller caller, MemberId member) {
        caller.mustBe(WHO_SERVE_MEMBERS);
        return transactions.asPoster(unit ->
                new TransferRows(unit.jdbi()).elsewhere(new LinkRows(unit.jdbi()).samePerson(member), caller.tenant()));
    }

    @Override
    public List<AwardPart> award(Caller caller, PostingId purchase) {
        caller.mustBe(WHO_SERVE_MEMBERS);
        return read(caller, rows -> rows.award(purchase));
    }

    /** What was asked is the poster's to read; whose it is, the statement says. */
    @Override
    public PostedBy postedBy(Caller caller, PostingId posting) {
        if (caller.tenant().isEmpty()) {
            caller.mustBe(Role.OPERATOR);
        }
        return transactions.asPoster(unit -> new TransferRows(unit.jdbi()).postedBy(posting, caller.tenant()));
    }

    @Override
    public Points movedBy(Caller caller, String subject, TransferKind kind, Instant since) {
        TenantId tenant = caller.tenantOrRefuse();
        return transactions.asTenant(
                tenant, unit -> new TransferRows(unit.jdbi()).movedBy(tenant, subject, kind, since));
    }

    @Override
    public List<MonthlySum> monthly(Caller caller, YearMonth from, YearMonth to) {
        caller.mustBe(WHO_SETTLE);
        return read(caller, rows -> rows.monthly(from, to));
    }

    @Override
    public long activeMembers(Caller caller, YearMonth from, YearMonth to) {
        caller.mustBe(WHO_SETTLE);
        return read(caller, rows -> rows.activeMembers(from, to));
    }

    private static int rowsPerPage(int limit) {
        return Math.clamp(limit, 1, Page.MAX_ROWS);
    }

    /** Row-level security would show nothing; a refusal says why. */
    private static void mayRead(Caller caller, TenantId tenant) {
        caller.mustBe(WHO_SETTLE);
        if (caller.tenant().filter(own -> !own.equals(tenant)).isPresent()) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
    }

    private <T> T read(Caller caller, Function<TransferRows, T> reading) {
        Transactions.Work<T> work = unit -> reading.apply(new TransferRows(unit.jdbi()));
        if (caller.tenant().isPresent()) {
            return transactions.asTenant(caller.tenant().get(), work);
        }
        caller.mustBe(Role.OPERATOR);
        return transactions.asOperator(work);
    }
}
