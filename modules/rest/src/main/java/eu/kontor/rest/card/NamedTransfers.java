package eu.kontor.rest.card;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames;
import eu.kontor.ledger.api.TillNames.TillName;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.rest.card.CardAnswers.TransferAnswer;
import eu.kontor.rest.paging.PageRequest;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Transfers by the names that a merchant knows: outlets by their codes, postings by what its tills sent and were answered. */
@Service
public class NamedTransfers {

    private final OutletCodes outlets;
    private final TillNames names;

    @Inject
    public NamedTransfers(OutletCodes outlets, TillNames names) {
        this.outlets = outlets;
        this.names = names;
    }

    public List<TransferAnswer> of(Caller caller, Page<TransferRow> page) {
        Map<PostingId, TillName> named = names.of(
                caller,
                page.rows().stream().map(TransferRow::purchase).distinct().toList());
        return PageRequest.rows(
                page,
                row -> TransferAnswer.of(
                        caller, row, outlets.of(row), named.getOrDefault(row.purchase(), TillName.of(row.purchase()))));
    }
}
