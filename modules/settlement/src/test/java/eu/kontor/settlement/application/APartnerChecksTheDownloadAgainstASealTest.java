package eu.kontor.settlement.application;

import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.api.Seals.Seal;
import eu.kontor.proof.seal.LedgerSeals;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real file that settlement writes and the program that partners are given. */
class APartnerChecksTheDownloadAgainstASealTest {

    private static final YearMonth JANUARY = TestLedger.FIRST_WINDOW;
    private static final LocalDate DAY = JANUARY.atDay(20);

    private static final String CONTRACT =
            """
            {"currency": "EUR", "terms": [
              {"validFrom": "2025-01-01", "pricePerPointIssued": 0.01, "valuePerPointRedeemed": 0.008}]}""";

    @TempDir
    Path folder;

    @Test
    void the_statements_transfers_are_those_under_the_seal() throws Exception {
        KontorDatabase database = KontorDatabase.fresh();
        TenantId hotel = database.tenant("hotel");
        Transactions transactions = database.transactions();
        Tenants tenants = new TestTenants(List.of(TestTenants.tenant(hotel, "hotel", "EUR")));
        CheckedLedger ledger = new CheckedLedger(transactions);
        StatementBook book = new StatementBook(transactions, ledger.windows, ledger.past, tenants);
        LedgerSeals seals = new LedgerSeals(transactions, ledger.clock);
        JsonNode terms = new ObjectMapper().readTree(CONTRACT);
        transactions.asOperator(unit -> {
            new ContractSection().apply(tenants.get(hotel), terms, unit);
            return true;
        });
        MemberId guest = newMember();
        ledger.earn(guest, hotel, DAY, TWO_YEARS, 100);
        ledger.earn(guest, hotel, DAY, TWO_YEARS, 250);
        seals.seal();
        Seal handed = seals.latest().orElseThrow();

        Caller finance = new Caller("f", "Finance", Optional.of(hotel), Set.of(Role.FINANCE), Locale.ENGLISH);
        ByteArrayOutputStream statement = new ByteArrayOutputStream();
        new StatementTransfers(ledger.transfers, book, tenants, seals, new NamelessTills())
                .writeCsv(finance, JANUARY, hotel, statement);
        ByteArrayOutputStream evidence = new ByteArrayOutputStream();
        seals.writeEvidence(finance, hotel, JANUARY, Optional.of(handed.number()), evidence);
        database.server().close();

        assertThat(statement
                        .toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .as("the seal stands in the first row")
                .containsExactly("seal", handed.text(), "");
        String said = verify(evidence, handed, statement.toString(StandardCharsets.UTF_8));
        assertThat(said)
                .startsWith("0 The evidence holds: 2 transfers of window 2025-01")
                .contains("The statement agrees.");
        String other = statement.toString(StandardCharsets.UTF_8).replace(",250,", ",251,");
        assertThat(verify(evidence, handed, other)).startsWith("1 ").contains("points 250 but the statement says 251");
    }

    private String verify(ByteArrayOutputStream evidence, Seal handed, String statement) throws Exception {
        Path proof = Files.write(folder.resolve("evidence.txt"), evidence.toByteArray());
        Path csv = Files.writeString(folder.resolve("statement.csv"), statement);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("..", "proof", "tools", "VerifyStatement.java").toString(),
                        proof.toString(),
                        handed.text(),
                        csv.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
