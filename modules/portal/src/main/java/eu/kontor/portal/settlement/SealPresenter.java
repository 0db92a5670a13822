package eu.kontor.portal.settlement;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.api.Seals;
import eu.kontor.proof.api.Seals.Seal;
import eu.kontor.proof.api.StatementVerifier;
import eu.kontor.proof.api.Verifications;
import eu.kontor.proof.api.Verifications.Standing;
import eu.kontor.proof.api.Verifications.Underway;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.Optional;

/** The seal on a statement and what it takes to check it; for the operator, the verification of the whole ledger. */
@Service
public class SealPresenter {

    private final Seals seals;
    private final Verifications verifications;

    @Inject
    public SealPresenter(Seals seals, Verifications verifications) {
        this.seals = seals;
        this.verifications = verifications;
    }

    /**
     * The seal that stands on a statement: of a closed month the one that closed it, which stays, of an open one the newest; empty while
     * nothing of that statement is under it.
     */
    public Optional<Seal> standing(Caller caller, Statement statement) {
        try {
            if (statement.state() != State.CLOSED) {
                return Optional.of(
                        seals.evidenceLeadsTo(caller, statement.partner(), statement.window(), Optional.empty()));
            }
            return seals.closing(caller, statement.window())
                    .map(closing -> seals.evidenceLeadsTo(
                            caller, statement.partner(), statement.window(), Optional.of(closing.number())));
        } catch (Refusal refusal) {
            if (refusal.code() == RefusalCode.SEAL_UNKNOWN) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * The seal that somebody kept.
     *
     * @param kept its number, or number and hash as they stand on a statement
     * @return with the hash as it was typed, if one was: the check has to say whether it is right
     * @throws Refusal {@code FIELD_MALFORMED}, {@code SEAL_UNKNOWN}
     */
    public Kept kept(Caller caller, YearMonth window, TenantId partner, String kept) {
        String[] parts = kept.strip().split(":", 2);
        long number;
        try {
            number = Long.parseLong(parts[0].strip());
        } catch (NumberFormatException e) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    "seal",
                    "value",
                    kept,
                    "expected",
                    Phrase.of("such-as", "17:9f86d0…"));
        }
        Seal seal = seals.evidenceLeadsTo(caller, partner, window, Optional.of(number));
        return new Kept(number, parts.length == 2 ? number + ":" + parts[1].strip() : seal.text());
    }

    public void writeEvidence(Caller caller, YearMonth window, TenantId partner, long seal, OutputStream out)
            throws IOException {
        seals.writeEvidence(caller, partner, window, Optional.of(seal), out);
    }

    public void writeProgram(OutputStream out) throws IOException {
        StatementVerifier.writeTo(out);
    }

    public Underway verify(Caller operator) {
        return verifications.begin(operator);
    }

    public Standing verification(Caller operator) {
        return verifications.standing(operator);
    }

    /** @param text number and hash */
    public record Kept(long number, String text) {

        static Kept of(Seal seal) {
            return new Kept(seal.number(), seal.text());
        }

        /** For example {@code kontor-2026-10-cafe-seal-17.txt} beside {@code kontor-2026-10-cafe.csv}. */
        String evidenceName(String statementName) {
            return statementName.replaceFirst("\\.csv$", "") + "-seal-" + number + ".txt";
        }
    }
}
