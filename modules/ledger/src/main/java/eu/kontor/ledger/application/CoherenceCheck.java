package eu.kontor.ledger.application;

import eu.kontor.ledger.api.LedgerIsCoherent;
import eu.kontor.ledger.api.Reached;
import eu.kontor.ledger.persistence.CoherenceRules;
import eu.kontor.ledger.persistence.CoherenceRules.Counts;
import eu.kontor.tenancy.api.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs every rule of {@link CoherenceRules} over one snapshot, so that postings under way do not look like mistakes. */
@ApplicationScoped
public class CoherenceCheck implements LedgerIsCoherent {

    private Transactions transactions;
    private Clock clock;

    @Inject
    public CoherenceCheck(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    protected CoherenceCheck() {}

    @Override
    public Verdict check(Reached reached) {
        Instant start = clock.instant();
        return transactions.asAuditor(unit -> {
            CoherenceRules rules = new CoherenceRules(unit.connection());
            Counts counts = rules.counts();
            List<Finding> findings = new ArrayList<>();
            int checked = 0;
            for (String rule : CoherenceRules.NAMES) {
                reached.now(checked++, CoherenceRules.NAMES.size());
                findings.addAll(rules.broken(rule));
            }
            long milliseconds = Duration.between(start, clock.instant()).toMillis();
            return new Verdict(counts.transfers(), counts.members(), findings, milliseconds);
        });
    }
}
