package eu.kontor.membership.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.Optional;

/** Questions about cards of who is no guest of the asking brand, or that nobody holds: how often, and whether they look like a search. */
public interface StrangerLookups {

    /**
     * Counts one, whatever is answered, in the transaction of {@code unit} under the poster's role.
     *
     * @return the refusal when it is too many of them
     */
    Optional<Refusal> count(UnitOfWork unit, Asked asked, PaceLimit limit);

    /** @param unknown nobody holds the card */
    record Asked(Caller caller, TenantId tenant, CardNumber card, boolean unknown) {}
}
