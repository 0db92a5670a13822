package eu.kontor.checkout.application;

import eu.kontor.checkout.api.StandingTickets;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Read in the brand's own schema, and among what waits to be filed there. */
@Service
public class FiledStandingTickets implements StandingTickets {

    private final Tenants tenants;
    private final Transactions transactions;
    private final FiledAnswers filed;
    private final Ledger ledger;

    @Inject
    public FiledStandingTickets(Tenants tenants, Transactions transactions, FiledAnswers filed, Ledger ledger) {
        this.tenants = tenants;
        this.ledger = ledger;
        this.transactions = transactions;
        this.filed = filed;
    }

    @Override
    public Map<PostingId, StandingTicket> of(Caller caller, Collection<PostingId> postings) {
        TenantId tenant = permitted(caller);
        return postings.isEmpty() ? Map.of() : transactions.asTenant(tenant, unit -> filed.standing(unit, postings));
    }

    @Override
    public Map<TicketWords, PostingId> byWords(Caller caller, Collection<TicketWords> tickets) {
        Tenant tenant = tenants.active(permitted(caller));
        Map<TicketWords, Ticket> asked = new HashMap<>();
        for (TicketWords words : tickets) {
            ticket(tenant, words).ifPresent(ticket -> asked.put(words, ticket));
        }
        Map<Ticket, PostingId> standing = asked.isEmpty()
                ? Map.of()
                : ledger.standing(
                        tenant.id(), asked.values().stream().distinct().toList());
        asked.values().retainAll(standing.keySet());
        return asked.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> standing.get(entry.getValue())));
    }

    private static Optional<Ticket> ticket(Tenant tenant, TicketWords asked) {
        OwnWords words = asked.words();
        return tenant.outlet(words.outlet()).flatMap(outlet -> switch (asked.what()) {
            case SALE -> TicketPolicy.named(outlet.id(), words.businessDate(), words.reference());
            case REDEMPTION -> TicketPolicy.namedRedemption(outlet.id(), words.businessDate(), words.reference());
        });
    }

    private static TenantId permitted(Caller caller) {
        caller.mustBe(Role.ADMIN, Role.FINANCE, Role.FEED);
        return caller.tenantOrRefuse();
    }
}
