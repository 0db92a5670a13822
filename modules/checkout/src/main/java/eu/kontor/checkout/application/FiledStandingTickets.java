package eu.kontor.checkout.application;

import eu.kontor.checkout.api.StandingTickets;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/** Read in the brand's own schema, and among what waits to be filed there. */
@Service
public class FiledStandingTickets implements StandingTickets {

    private final Transactions transactions;
    private final FiledAnswers filed;

    @Inject
    public FiledStandingTickets(Transactions transactions, FiledAnswers filed) {
        this.transactions = transactions;
        this.filed = filed;
    }

    @Override
    public Map<PostingId, StandingTicket> of(Caller caller, Collection<PostingId> postings) {
        caller.mustBe(Role.ADMIN, Role.FINANCE, Role.FEED);
        TenantId tenant = caller.tenantOrRefuse();
        return postings.isEmpty() ? Map.of() : transactions.asTenant(tenant, unit -> filed.standing(unit, postings));
    }
}
