package eu.kontor.proof.persistence;

import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.proof.api.Verifications.Outcome;
import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** What verifications found. */
public final class VerificationRows {

    private static final String INSERT = SqlFile.read("proof/verification/insert");
    private static final String LATEST = SqlFile.read("proof/verification/latest");

    private final Handle jdbi;

    public VerificationRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** @param rules that were broken; {@code places} says where, in the same order */
    private record OutcomeRow(
            Instant beganAt,
            Instant endedAt,
            Optional<String> askedBy,
            long transfers,
            long seals,
            long sealed,
            List<String> rules,
            List<String> places) {

        Outcome outcome() {
            List<Finding> findings = IntStream.range(0, rules.size())
                    .mapToObj(i -> new Finding(rules.get(i), places.get(i)))
                    .toList();
            return new Outcome(beganAt, endedAt, askedBy, transfers, seals, sealed, findings);
        }
    }

    public void insert(Outcome outcome) {
        List<Finding> findings = outcome.findings();
        jdbi.createUpdate(INSERT)
                .bind("beganAt", outcome.beganAt().atOffset(ZoneOffset.UTC))
                .bind("endedAt", outcome.endedAt().atOffset(ZoneOffset.UTC))
                .bind("askedBy", outcome.by().orElse(null))
                .bind("transfers", outcome.transfers())
                .bind("seals", outcome.seals())
                .bind("sealed", outcome.sealed())
                .bindArray(
                        "rules",
                        String.class,
                        findings.stream().map(Finding::rule).toList())
                .bindArray(
                        "places",
                        String.class,
                        findings.stream().map(Finding::where).toList())
                .execute();
    }

    public Optional<Outcome> latest() {
        return jdbi.createQuery(LATEST).mapTo(OutcomeRow.class).findOne().map(OutcomeRow::outcome);
    }
}
