package eu.kontor.proof.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A chain of SHA-256 seals over what was posted. Whoever was handed the hash of a seal can show later that a transfer
 * under it was changed, taken away or slipped in, without trusting the operator (see the decision record on seals).
 */
public interface Seals {

    /**
     * Seals every transfer that no transaction still running could come before.
     *
     * @return how many
     */
    long seal();

    /** The newest seal. */
    Optional<Seal> latest();

    /**
     * The newest seal, to be printed on a statement or handed over.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED} for all but the operator and a partner's ADMIN, FINANCE and
     *     MACHINE
     */
    Optional<Seal> latest(Caller caller);

    /**
     * The seal that closed a month: the first under which all of the closed month lies. It is remembered once and never changes, however
     * much is sealed later; empty while the month is open, and for some seconds after its close.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED} as {@link #latest(Caller)}
     */
    Optional<Seal> closing(Caller caller, YearMonth window);

    /** Recomputes every seal from the transfers and names the rows that differ. Reads everything. */
    default Verification verify() {
        return verify(Reached.UNHEARD);
    }

    /** @param reached is told of the transfers read so far */
    Verification verify(Reached reached);

    /**
     * The seal to which the evidence for a partner's window leads.
     *
     * @param seal empty for the newest
     * @throws eu.kontor.kernel.Refusal as {@link #writeEvidence}
     */
    Seal evidenceLeadsTo(Caller caller, TenantId partner, YearMonth window, Optional<Long> seal);

    /**
     * Writes what a partner needs to check a statement's transfers against a seal: its rows of the window up to that
     * seal, and the hashes that lead from them to the seal. Text, described in the decision record; read by
     * {@link StatementVerifier}. The operator may have any partner's; ADMIN, FINANCE and MACHINE their own.
     *
     * @param seal empty for the newest
     * @throws eu.kontor.kernel.Refusal {@code SEAL_UNKNOWN} when there is no such seal, or none of this window's
     *     transfers is under it; {@code NOT_PERMITTED}
     */
    void writeEvidence(Caller caller, TenantId partner, YearMonth window, Optional<Long> seal, OutputStream out)
            throws IOException;

    /**
     * @param number 1, 2, 3 …
     * @param transfers how many this seal covers itself
     * @param hash 64 hexadecimal digits
     */
    record Seal(long number, Instant sealedAt, long transfers, String hash) {

        /** As people write it down: number and hash, for example {@code 17:9f86d0…}. */
        public String text() {
            return number + ":" + hash;
        }
    }

    /** @param findings empty when everything under every seal is as it was */
    record Verification(long seals, long transfers, List<LedgerIsCoherent.Finding> findings, long milliseconds) {
        public boolean isIntact() {
            return findings.isEmpty();
        }
    }
}
