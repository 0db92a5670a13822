package eu.kontor.settlement.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.api.Seals;
import eu.kontor.proof.api.Seals.Seal;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.StatementDocuments;
import eu.kontor.settlement.persistence.StatementRows;
import eu.kontor.settlement.persistence.StatementRows.PartiesRow;
import eu.kontor.tenancy.api.LegalEntity;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** Statements with both parties' legal details, as those may have them who are a party to them. */
@Service
public class PartnerDocuments implements StatementDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settlement settlement;
    private final Seals seals;
    private final Tenants tenants;
    private final Transactions transactions;

    @Inject
    public PartnerDocuments(Settlement settlement, Seals seals, Tenants tenants, Transactions transactions) {
        this.settlement = settlement;
        this.seals = seals;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    @Override
    public Letterhead letterhead(Caller caller, Statement statement) {
        StatementBook.maySee(caller, statement.partner());
        PartiesRow parties = transactions.asOperator(
                unit -> new StatementRows(unit.jdbi()).parties(statement.window(), statement.partner()));
        boolean isClosed = statement.state() == State.CLOSED;
        Optional<Seal> seal = isClosed ? seals.closing(caller, statement.window()) : Optional.empty();
        return new Letterhead(
                Optional.of(number(statement.window(), statement.partner())).filter(_ -> isClosed),
                entity(parties.operator(), tenants.coalition().name()),
                entity(parties.partner(), tenants.get(statement.partner()).name()),
                seal);
    }

    @Override
    public void writePdf(Caller caller, YearMonth window, TenantId partner, Locale language, OutputStream out)
            throws IOException {
        Statement statement = settlement.statement(caller, window, partner);
        new StatementPdf(
                        statement,
                        letterhead(caller, statement),
                        tenants.get(partner),
                        tenants.coalition().zone(),
                        language)
                .write(out);
    }

    /** A partner has one statement of a month, and its own number is never another's. */
    private static String number(YearMonth window, TenantId partner) {
        return String.format(Locale.ROOT, "%s-%04d", window, partner.value());
    }

    private static LegalEntity entity(Optional<String> details, String name) {
        try {
            return details.isEmpty() ? LegalEntity.named(name) : LegalEntity.of(JSON.readTree(details.get()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
