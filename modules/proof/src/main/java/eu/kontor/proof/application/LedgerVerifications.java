package eu.kontor.proof.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.proof.api.LedgerIsCoherent;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.LedgerIsCoherent.Verdict;
import eu.kontor.proof.api.Reached;
import eu.kontor.proof.api.Seals;
import eu.kontor.proof.api.Seals.Verification;
import eu.kontor.proof.api.Verifications;
import eu.kontor.proof.persistence.VerificationRows;
import eu.kontor.tenancy.api.BackgroundThreads;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One at a time on a node: a second one would only read the same again. How far it is, is known on its own node only. */
@Service
public class LedgerVerifications implements Verifications {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerVerifications.class);

    private static final String SEALS_UNREAD = "seals-can-be-read";

    private final AtomicReference<Underway> underway = new AtomicReference<>();
    private final LedgerIsCoherent coherence;
    private final Seals seals;
    private final Transactions transactions;
    private final Clock clock;
    private final Executor background;

    @Inject
    public LedgerVerifications(
            LedgerIsCoherent coherence,
            Seals seals,
            Transactions transactions,
            Clock clock,
            BackgroundThreads threads) {
        this(coherence, seals, transactions, clock, work -> threads.factory()
                .newThread(work)
                .start());
    }

    /** @param background outside a container */
    LedgerVerifications(
            LedgerIsCoherent coherence, Seals seals, Transactions transactions, Clock clock, Executor background) {
        this.coherence = coherence;
        this.seals = seals;
        this.transactions = transactions;
        this.clock = clock;
        this.background = background;
    }

    @Override
    public Underway begin(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        Underway begun = new Underway(now(), Step.COHERENCE, 0, 0);
        Underway other = underway.compareAndExchange(null, begun);
        if (other != null) {
            return other;
        }
        try {
            background.execute(() -> run(begun, Optional.of(caller.name())));
        } catch (RuntimeException full) {
            underway.set(null);
            throw full;
        }
        return begun;
    }

    /** The daily one, in the round that found it due and on that round's lease, unless one is under way on this node. */
    void daily() {
        Underway begun = new Underway(now(), Step.COHERENCE, 0, 0);
        if (underway.compareAndSet(null, begun)) {
            run(begun, Optional.empty());
        }
    }

    @Override
    public Standing standing(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        Optional<Underway> running = underway();
        return new Standing(running, latest());
    }

    Optional<Underway> underway() {
        return Optional.ofNullable(underway.get());
    }

    Optional<Outcome> latest() {
        return transactions.asOperator(unit -> new VerificationRows(unit.jdbi()).latest());
    }

    private void run(Underway begun, Optional<String> by) {
        try {
            Verdict verdict = coherence.checkFromScratch(reached(begun, Step.COHERENCE));
            log(verdict.findings());
            chain(begun, verdict).ifPresent(chain -> {
                log(chain.findings());
                keep(begun, by, verdict, chain);
            });
        } catch (RuntimeException e) {
            LOG.warn("The ledger could not be verified now", e);
        } finally {
            underway.set(null);
        }
    }

    /** When the seals cannot be read, what the rules found is worth keeping; nothing found is no verification. */
    private Optional<Verification> chain(Underway begun, Verdict verdict) {
        try {
            return Optional.of(seals.verify(reached(begun, Step.SEALS)));
        } catch (RuntimeException e) {
            LOG.warn("The seals could not be verified now", e);
            List<Finding> unread = List.of(new Finding(SEALS_UNREAD, "the seals could not be read to their end"));
            return verdict.isCoherent() ? Optional.empty() : Optional.of(new Verification(0, 0, unread, 0));
        }
    }

    private Reached reached(Underway begun, Step step) {
        return (done, of) -> underway.set(new Underway(begun.beganAt(), step, done, of));
    }

    private static void log(List<Finding> findings) {
        findings.forEach(finding -> LOG.error("{}: {}", finding.rule(), finding.where()));
    }

    private void keep(Underway begun, Optional<String> by, Verdict verdict, Verification chain) {
        List<Finding> findings = Stream.concat(verdict.findings().stream(), chain.findings().stream())
                .toList();
        Outcome outcome = new Outcome(
                begun.beganAt(), now(), by, verdict.transfers(), chain.seals(), chain.transfers(), findings);
        LOG.info(
                "{} transfers and {} seals verified, {} findings",
                outcome.transfers(),
                outcome.seals(),
                outcome.findings().size());
        transactions.asOperator(unit -> {
            new VerificationRows(unit.jdbi()).insert(outcome);
            return true;
        });
    }

    /** As exact as the database keeps it, so that an outcome can be told from another by its beginning. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
