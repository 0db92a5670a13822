package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.api.Seals;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.StatementDocuments;
import eu.kontor.settlement.application.StatementPdf;
import eu.kontor.tenancy.api.LegalEntity;
import eu.kontor.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The real document over invented parties. */
@ApplicationScoped
public class FakeStatementDocuments implements StatementDocuments {

    private final Settlement settlement;
    private final Seals seals;
    private final Tenants tenants;

    protected FakeStatementDocuments() {
        this(null, null, null);
    }

    @Inject
    public FakeStatementDocuments(Settlement settlement, Seals seals, Tenants tenants) {
        this.settlement = settlement;
        this.seals = seals;
        this.tenants = tenants;
    }

    @Override
    public Letterhead letterhead(Caller caller, Statement statement) {
        boolean isClosed = statement.state() == State.CLOSED;
        return new Letterhead(
                isClosed
                        ? Optional.of(statement.window() + "-000"
                                + statement.partner().value())
                        : Optional.empty(),
                entity(tenants.coalition().name() + " Fidelización, S.L.", "ES9121000418450200051332"),
                entity(tenants.get(statement.partner()).name() + ", S.A.", "ES7921000813610123456789"),
                isClosed ? seals.latest() : Optional.empty());
    }

    private static LegalEntity entity(String name, String iban) {
        return new LegalEntity(
                name,
                List.of("Calle Mayor 12", "28013 Madrid", "España"),
                Optional.of("ES B-00000000"),
                Optional.of("Registro Mercantil de Madrid, tomo 1"),
                Optional.of(iban),
                Optional.of("CAIXESBBXXX"),
                Optional.of("settlement@example.com"));
    }

    @Override
    public void writePdf(Caller caller, YearMonth window, TenantId partner, Locale language, OutputStream out)
            throws IOException {
        Statement statement = settlement.statement(caller, window, partner);
        new StatementPdf(statement, letterhead(caller, statement), tenants.get(partner), PreviewWorld.MADRID, language)
                .write(out);
    }
}
