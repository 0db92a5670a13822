package eu.kontor.rest.operations;

import eu.kontor.proof.api.Verifications.Outcome;
import eu.kontor.proof.api.Verifications.Standing;
import eu.kontor.proof.api.Verifications.Underway;
import eu.kontor.rest.operations.OperationsAnswers.FindingAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known about verifications of the ledger. */
public final class VerificationAnswers {

    private VerificationAnswers() {}

    /** The one under way, if there is one, and the last one that ended. */
    @Schema(name = "Verification")
    public record VerificationAnswer(
            @Schema(description = "absent when none is") UnderwayAnswer underway,
            @Schema(description = "absent before the first") OutcomeAnswer latest) {

        static VerificationAnswer of(Standing standing) {
            return new VerificationAnswer(
                    standing.underway().map(UnderwayAnswer::of).orElse(null),
                    standing.latest().map(OutcomeAnswer::of).orElse(null));
        }
    }

    /** How far it is. */
    @Schema(name = "VerificationUnderway")
    public record UnderwayAnswer(
            @Schema(description = "the same in its outcome") Instant beganAt,
            @Schema(
                            description = "coherence counts steps, seals counts transfers",
                            enumeration = {"coherence", "seals"})
                    String step,
            long done,
            long of) {

        static UnderwayAnswer of(Underway underway) {
            return new UnderwayAnswer(
                    underway.beganAt(),
                    underway.step().name().toLowerCase(Locale.ROOT),
                    underway.done(),
                    underway.of());
        }
    }

    /** What it found. */
    @Schema(name = "VerificationOutcome")
    public record OutcomeAnswer(
            Instant beganAt,
            Instant endedAt,
            @Schema(description = "who asked; absent for the daily one") String by,
            @Schema(description = "no finding: everything is as it was") boolean intact,
            @Schema(description = "of the whole ledger") long transfers,
            long seals,
            @Schema(description = "transfers under the seals") long sealed,
            List<FindingAnswer> findings) {

        static OutcomeAnswer of(Outcome outcome) {
            return new OutcomeAnswer(
                    outcome.beganAt(),
                    outcome.endedAt(),
                    outcome.by().orElse(null),
                    outcome.isIntact(),
                    outcome.transfers(),
                    outcome.seals(),
                    outcome.sealed(),
                    outcome.findings().stream()
                            .map(finding -> new FindingAnswer(finding.rule(), finding.where()))
                            .toList());
        }
    }
}
