package eu.kontor.proof.api;

import eu.kontor.kernel.Caller;
import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole ledger verified: every rule of {@link LedgerIsCoherent} from scratch, then every seal of {@link Seals}. It runs in the
 * background, once a day by itself and whenever the operator asks, and what it found is kept.
 */
public interface Verifications {

    /**
     * Begins one, unless one is under way on this node.
     *
     * @return the one that is under way now
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED} for all but the operator
     */
    Underway begin(Caller caller);

    /** @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED} for all but the operator */
    Standing standing(Caller caller);

    /**
     * @param underway on this node
     * @param latest the one that ended last, on any node; one that was broken off leaves nothing but what it had
     *     found
     */
    record Standing(Optional<Underway> underway, Optional<Outcome> latest) {}

    /**
     * @param beganAt tells one verification from another
     * @param done of {@code of}: steps of the check, then transfers under seals
     */
    record Underway(Instant beganAt, Step step, long done, long of) {}

    enum Step {
        /** Counted in steps: a window read, a rule looked at. */
        COHERENCE,
        /** Counted in transfers. */
        SEALS
    }

    /**
     * @param by the name of who asked; empty for the daily one
     * @param transfers of the whole ledger, those too that are under no seal yet
     * @param sealed transfers under the seals
     * @param findings empty when everything is as it was
     */
    record Outcome(
            Instant beganAt,
            Instant endedAt,
            Optional<String> by,
            long transfers,
            long seals,
            long sealed,
            List<Finding> findings) {

        public boolean isIntact() {
            return findings.isEmpty();
        }
    }
}
