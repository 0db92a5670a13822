package eu.kontor.checkout.application;

import eu.kontor.checkout.persistence.FiledNames;
import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Tells a brand by what its tills know postings. */
@Service
public class FiledTillNames implements TillNames {

    private final Transactions transactions;
    private final FiledNames filed;

    @Inject
    public FiledTillNames(Transactions transactions, FiledNames filed) {
        this.transactions = transactions;
        this.filed = filed;
    }

    @Override
    public Map<PostingId, TillName> of(Caller caller, Collection<PostingId> postings) {
        return caller.tenant().isEmpty() || postings.isEmpty()
                ? Map.of()
                : transactions.asTenant(caller.tenant().get(), unit -> filed.of(unit, postings));
    }

    @Override
    public Set<PostingId> called(Caller caller, String reference, LocalDate from, LocalDate to) {
        return caller.tenant().isEmpty() || reference.isBlank()
                ? Set.of()
                : transactions.asTenant(caller.tenant().get(), unit -> filed.called(unit, reference.strip(), from, to));
    }
}
