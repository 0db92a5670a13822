package eu.kontor.proof.seal;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.Reached;
import eu.kontor.proof.api.Seals;
import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.proof.seal.SealRows.Extent;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Seals under the operator's role, one seal to a transaction; the poster has no right to the seals at all. */
@Service
public class LedgerSeals implements Seals {

    /** What a verification reads by one query. */
    private static final long FULL_SEALS_AT_ONCE = 3;

    private final Transactions transactions;
    private final Clock clock;
    private int mostTransfers = Sealing.MOST_TRANSFERS;

    @Inject
    public LedgerSeals(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param mostTransfers of a seal, so that a test gets several */
    LedgerSeals(Transactions transactions, Clock clock, int mostTransfers) {
        this(transactions, clock);
        this.mostTransfers = mostTransfers;
    }

    @Override
    public long seal() {
        long sealed = 0;
        long made;
        do {
            made = sealNext().map(StoredSeal::transfers).orElse(0L);
            sealed += made;
            // One that is not full reached what is being posted now; who waited for that to end would seal without end.
        } while (made >= mostTransfers);
        return sealed;
    }

    private Optional<StoredSeal> sealNext() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.asOperator(streaming(unit -> new Sealing(unit.connection(), now, mostTransfers).next()));
    }

    @Override
    public Optional<Seal> latest() {
        return transactions.asOperator(
                unit -> new SealRows(unit.connection()).latest(Long.MAX_VALUE).map(StoredSeal::shown));
    }

    @Override
    public Optional<Seal> latest(Caller caller) {
        mustReadStatements(caller);
        return latest();
    }

    @Override
    public Optional<Seal> closing(Caller caller, YearMonth window) {
        mustReadStatements(caller);
        return transactions.asOperator(
                unit -> new SealRows(unit.connection()).closing(window).map(StoredSeal::shown));
    }

    @Override
    public Verification verify(Reached reached) {
        Instant start = clock.instant();
        return transactions.asAuditor(streaming(unit -> {
            Extent chain = new SealRows(unit.connection()).extent();
            List<Finding> findings =
                    new SealVerifier(unit.connection(), FULL_SEALS_AT_ONCE * mostTransfers).verify(reached);
            long milliseconds = Duration.between(start, clock.instant()).toMillis();
            return new Verification(chain.seals(), chain.transfers(), findings, milliseconds);
        }));
    }

    /** Under the operator's role, because the way to the seal leads past the hashes of other partners' pages. */
    @Override
    public Seal evidenceLeadsTo(Caller caller, TenantId partner, YearMonth window, Optional<Long> seal) {
        mustReadStatementsOf(partner, caller);
        return transactions.asAuditor(unit -> new Evidence(unit.connection())
                .leadsTo(new Page(partner.value(), window), seal.orElse(Evidence.NEWEST))
                .shown());
    }

    /** Under the same role for the same reason. */
    @Override
    public void writeEvidence(Caller caller, TenantId partner, YearMonth window, Optional<Long> seal, OutputStream out)
            throws IOException {
        mustReadStatementsOf(partner, caller);
        try {
            transactions.asAuditor(streaming(unit -> {
                Page page = new Page(partner.value(), window);
                new Evidence(unit.connection()).write(page, seal.orElse(Evidence.NEWEST), out);
                return true;
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void mustReadStatements(Caller caller) {
        if (caller.tenant().isEmpty()) {
            caller.mustBe(Role.OPERATOR);
        } else {
            caller.mustBe(Role.ADMIN, Role.FINANCE, Role.FINANCE_EXPORT);
        }
    }

    private static void mustReadStatementsOf(TenantId partner, Caller caller) {
        mustReadStatements(caller);
        if (caller.tenant().filter(own -> !own.equals(partner)).isPresent()) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
    }

    private interface Streaming<T> {
        T run(UnitOfWork unit) throws SQLException, IOException;
    }

    private static <T> Transactions.Work<T> streaming(Streaming<T> streaming) {
        return unit -> {
            try {
                return streaming.run(unit);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
