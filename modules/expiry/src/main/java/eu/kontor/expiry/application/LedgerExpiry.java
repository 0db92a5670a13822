package eu.kontor.expiry.application;

import eu.kontor.expiry.api.Expiry;
import eu.kontor.expiry.persistence.ExpiryRows;
import eu.kontor.expiry.persistence.PreviewRows;
import eu.kontor.expiry.persistence.RunRows;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Actors;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Lets points expire, a thousand members to a transaction. Who is due is looked up without the members' locks and decided again
 * under them, so that a visit in between keeps the points; what is done already is not due any more.
 */
@Service
public class LedgerExpiry implements Expiry {

    /** A batch takes seconds, also where it reads many notices: behind a longer rest the server was cut off. */
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Ledger ledger;
    private final ExpiryCalendar calendar;
    private final Audit audit;
    private final Actors actors;

    @Inject
    public LedgerExpiry(Transactions transactions, Ledger ledger, ExpiryCalendar calendar, Audit audit, Actors actors) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.calendar = calendar;
        this.audit = audit;
        this.actors = actors;
    }

    @Override
    public Expired run(Caller caller, LocalDate asOf) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        if (asOf.isAfter(calendar.today())) {
            throw new Refusal(RefusalCode.DAY_NOT_COME, "day", asOf);
        }
        ActorId by = actors.idOf(caller);
        transactions.asPoster(unit -> {
            new RunRows(unit.jdbi()).begin(asOf, calendar.now());
            audit.record(unit, caller, "run-expiry", asOf.toString(), Map.of());
            return asOf;
        });
        long members = 0;
        long points = 0;
        Optional<Amount> batch = batch(by, asOf);
        while (batch.isPresent()) {
            members += batch.get().members();
            points += batch.get().points().value();
            batch = batch(by, asOf);
        }
        return new Expired(asOf, members, Points.of(points));
    }

    /** @param after up to whom the run had come when they were looked up */
    private record Due(long after, List<Long> members) {}

    /** @return what expired; empty when nobody is left, or the run was stopped */
    private Optional<Amount> batch(ActorId by, LocalDate asOf) {
        return due(asOf).flatMap(due -> transactions.asPoster(unit -> expire(unit, by, asOf, due)));
    }

    /** Reads all notices after a member, which may take longer than a poster may, and while nothing is locked. */
    private Optional<Due> due(LocalDate asOf) {
        return transactions.asOperator(unit -> {
            OptionalLong after = new RunRows(unit.jdbi()).reached(asOf);
            if (after.isEmpty()) {
                return Optional.empty();
            }
            ExpiryRows rows = new ExpiryRows(unit.jdbi());
            return Optional.of(new Due(after.getAsLong(), rows.dueMembers(after.getAsLong(), asOf, Ledger.MAX_BATCH)));
        });
    }

    /** @return nothing, but not empty, when another node has done these members meanwhile */
    private Optional<Amount> expire(UnitOfWork unit, ActorId by, LocalDate asOf, Due due) {
        RunRows runs = new RunRows(unit.jdbi());
        OptionalLong after = runs.lock(asOf);
        if (after.isEmpty()) {
            return Optional.empty();
        }
        if (after.getAsLong() != due.after()) {
            return Optional.of(new Amount(0, Points.ZERO));
        }
        if (due.members().isEmpty()) {
            runs.end(asOf, calendar.now());
            return Optional.empty();
        }
        Amount expired = new ExpiringBatch(unit, ledger, due.members()).expire(by, asOf);
        runs.advance(
                asOf,
                due.members().getLast(),
                expired.members(),
                expired.points().value(),
                calendar.now());
        return Optional.of(expired);
    }

    @Override
    public void stop(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        transactions.asPoster(unit -> {
            Optional<LocalDate> stopped = new RunRows(unit.jdbi()).stop(calendar.now());
            stopped.ifPresent(asOf -> audit.record(unit, caller, "stop-expiry", asOf.toString(), Map.of()));
            return stopped;
        });
    }

    @Override
    public Optional<Progress> progress(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        Optional<Progress> latest = transactions.asPoster(unit -> new RunRows(unit.jdbi()).latest());
        return latest.map(run -> standsStill(run) ? interrupted(run) : run);
    }

    private boolean standsStill(Progress run) {
        return run.state() == RunState.RUNNING
                && run.moved().plus(LONGEST_BATCH).isBefore(calendar.now());
    }

    private Progress interrupted(Progress run) {
        return transactions.asOperator(unit -> {
            OptionalLong after = new RunRows(unit.jdbi()).reached(run.asOf());
            return after.isEmpty()
                    ? run
                    : run.interrupted(new ExpiryRows(unit.jdbi()).countDueMembers(after.getAsLong(), run.asOf()));
        });
    }

    @Override
    public Page<PreviewRow> preview(Caller caller, LocalDate asOf, Optional<String> cursor, int limit) {
        caller.mustBe(Role.OPERATOR);
        return transactions.asOperator(unit -> new PreviewRows(unit.jdbi()).page(asOf, cursor, limit));
    }

    @Override
    public void streamPreview(Caller caller, LocalDate asOf, Consumer<PreviewRow> sink) {
        caller.mustBe(Role.OPERATOR);
        transactions.asOperator(unit -> {
            new PreviewRows(unit.jdbi()).stream(asOf, sink);
            return asOf;
        });
    }

    @Override
    public PreviewSum previewSum(Caller caller, LocalDate asOf) {
        caller.mustBe(Role.OPERATOR);
        return transactions.asOperator(unit -> new PreviewRows(unit.jdbi()).sum(asOf));
    }

    @Override
    public Map<TenantId, Points> previewByIssuer(Caller caller, LocalDate asOf) {
        caller.mustBe(Role.OPERATOR);
        return transactions.asOperator(unit -> new PreviewRows(unit.jdbi()).byIssuer(asOf));
    }
}
