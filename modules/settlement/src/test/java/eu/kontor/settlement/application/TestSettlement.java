package eu.kontor.settlement.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.seal.LedgerSeals;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Settlement over a test's ledger, wired by hand as the server wires it. */
final class TestSettlement {

    private TestSettlement() {}

    static Settlement of(TestLedger ledger, Transactions transactions, Tenants tenants, Audit audit) {
        return of(ledger, ledger.windows, transactions, tenants, audit);
    }

    static Settlement of(TestLedger ledger, Windows windows, Transactions transactions, Tenants tenants, Audit audit) {
        StatementBook book = new StatementBook(transactions, windows, ledger.past, tenants);
        return new PartnerSettlement(
                new WindowList(windows, ledger.transfers, book, tenants, ledger.clock),
                new WindowClosing(transactions, windows, book, tenants, audit, ledger.clock),
                book,
                new SettlementReports(tenants),
                new StatementTransfers(
                        ledger.transfers,
                        book,
                        tenants,
                        new LedgerSeals(transactions, ledger.clock),
                        new NamelessTills()),
                new PointsLiability(ledger.balances, book, tenants));
    }

    /** Applies a contract of one term. */
    static void contract(
            Transactions transactions, Tenants tenants, TenantId partner, String from, String issued, String redeemed) {
        try {
            var section = new ObjectMapper()
                    .readTree(
                            """
                            {"currency": "%s", "terms": [
                              {"validFrom": "%s", "pricePerPointIssued": %s, "valuePerPointRedeemed": %s}]}"""
                                    .formatted(tenants.get(partner).currencies().getFirst(), from, issued, redeemed));
            transactions.asOperator(unit -> {
                new ContractSection().apply(tenants.get(partner), section, unit);
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
