package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where tills are no matter: nothing has a name. */
final class NamelessTills implements TillNames {

    @Override
    public Map<PostingId, TillName> of(Caller caller, Collection<PostingId> postings) {
        return Map.of();
    }

    @Override
    public Set<PostingId> called(Caller caller, String reference, LocalDate from, LocalDate to) {
        return Set.of();
    }
}
