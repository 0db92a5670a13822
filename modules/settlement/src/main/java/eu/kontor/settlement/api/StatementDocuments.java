package eu.kontor.settlement.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.api.Seals.Seal;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.tenancy.api.LegalEntity;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * A statement as a document that is handed over, filed and paid by. The operator may have every partner's; ADMIN, FINANCE and
 * FINANCE_EXPORT of a tenant their own, as in {@link Settlement}.
 */
public interface StatementDocuments {

    /**
     * What stands around a statement's lines.
     *
     * @throws eu.kontor.kernel.Refusal as {@link Settlement#statement}
     */
    Letterhead letterhead(Caller caller, Statement statement);

    /**
     * As PDF on A4, with page numbers, in one of the house's languages; text and fonts are in the file.
     *
     * @throws eu.kontor.kernel.Refusal as {@link Settlement#statement}; before anything is written
     */
    void writePdf(Caller caller, YearMonth window, TenantId partner, Locale language, OutputStream out)
            throws IOException;

    /**
     * @param number by which the statement is paid and asked about: its month and the partner's number, such as {@code 2026-10-0003};
     *     empty while the month is open, when there is nothing to pay by
     * @param operator as it was when the statement was made; what nobody had said then as it is said today
     * @param partner likewise
     * @param seal the one that closed the month; empty until then
     */
    record Letterhead(Optional<String> number, LegalEntity operator, LegalEntity partner, Optional<Seal> seal) {}
}
