package eu.kontor.portal.settlement;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.portal.members.ActivityPresenter;
import eu.kontor.portal.members.ActivityPresenter.PurchaseDetails;
import eu.kontor.portal.settlement.StatementPresenter.StatementPage;
import eu.kontor.portal.settlement.StatementPresenter.TransferLine;
import eu.kontor.portalkit.lists.CursorRows;
import java.util.List;
import java.util.Optional;

/**
 * Where the list of a statement's transfers gets its rows and the purchase behind one of them.
 *
 * @param caller in whose name it is asked
 */
record TransferSource(StatementPresenter statements, ActivityPresenter purchases, Caller caller) {

    CursorRows<TransferLine> rows(StatementPage page, Optional<TransferKind> kind) {
        return CursorRows.begin((cursor, limit) -> statements.transfers(caller, page, kind, cursor, limit));
    }

    /** Empty for other partners' purchases, and for transfers that are none. */
    Optional<PurchaseDetails> purchase(PostingId id) {
        return purchases.purchase(caller, id);
    }

    PostedBy postedBy(PostingId id) {
        return purchases.postedBy(caller, id);
    }

    /** What the brand's tills call so. */
    List<TransferLine> called(StatementPage page, String reference) {
        return statements.called(caller, page, reference.strip());
    }

    /** What a typed reference of Kontor's means; empty when the caller's brand has no such purchase. */
    Optional<PostingId> find(String reference) {
        try {
            PostingId id = PostingId.parse(reference.strip(), RefusalCode.PURCHASE_UNKNOWN);
            return purchase(id).map(details -> id);
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }
}
