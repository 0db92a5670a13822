package eu.kontor.checkout.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.checkout.api.Corrections;
import eu.kontor.checkout.api.TicketReturns;
import eu.kontor.checkout.persistence.CorrectionRows;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.ledger.application.LedgerBalances;
import eu.kontor.ledger.application.LedgerTransfers;
import eu.kontor.tenancy.application.AuditTrail;
import java.util.List;
import java.util.Optional;

/** What is put right on a stage: goodwill, and tickets that come back. */
record CorrectionStage(TillStage stage) {

    Corrections corrections() {
        CorrectionRows rows = new CorrectionRows();
        return new TenantCorrections(
                stage.till,
                stage.tenants,
                stage.transactions,
                rows,
                new GoodwillPosting(stage.transactions, stage.ledger, stage.cards, stage.programs, rows, stage.actors),
                stage.cards,
                new AuditTrail(stage.clock));
    }

    /** As the {@code goodwill} section of a tenant's file is applied. */
    void applyGoodwill(TenantId tenant, JsonNode section) {
        stage.transactions.asTenant(tenant, unit -> {
            new GoodwillSection(new CorrectionRows()).apply(stage.tenants.get(tenant), section, unit);
            return tenant;
        });
    }

    /** Of the stage.ledger, newest first. */
    List<TransferRow> transfers(MemberId member) {
        return new LedgerTransfers(stage.transactions)
                .ofMember(Caller.system("test"), member, Optional.empty(), 20)
                .rows();
    }

    TicketReturns ticketReturns() {
        KeptAnswers kept = new KeptAnswers(stage.visits, stage.transactions, new FiledAnswers());
        TillRedemptionReturns redemptions = new TillRedemptionReturns(stage.till, stage.returned, stage.pipeline, kept);
        return new TillTicketReturns(
                stage.till,
                stage.returnedTickets,
                stage.pipeline,
                new TillReversals(
                        stage.till,
                        stage.checked,
                        stage.pipeline,
                        kept,
                        new LedgerBalances(stage.transactions, stage.calendar),
                        redemptions,
                        stage.merges),
                redemptions,
                kept);
    }
}
