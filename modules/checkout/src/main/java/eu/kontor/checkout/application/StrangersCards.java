package eu.kontor.checkout.application;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.StrangerLookups;
import eu.kontor.membership.api.StrangerLookups.Asked;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a till is told and allowed about cards of who is no guest of its brand, by the brand's program. */
@Service
public class StrangersCards {

    private final TillContext till;
    private final Programs programs;
    private final StrangerLookups lookups;

    @Inject
    public StrangersCards(TillContext till, Programs programs, StrangerLookups lookups) {
        this.till = till;
        this.programs = programs;
        this.lookups = lookups;
    }

    /** The newest program; outside of a transaction. Empty for a brand without one, where nothing can be redeemed. */
    Optional<Program> program(TenantId tenant) {
        return programs.versions(tenant).stream().findFirst();
    }

    static Optional<Points> leastRedemption(Optional<Program> program) {
        return program.map(Program::minimumRedemption);
    }

    /** @return the refusal when it is too many of them */
    Optional<Refusal> count(UnitOfWork unit, Asked asked, Optional<Program> program) {
        PaceLimit limit = program.map(till::protection)
                .orElseGet(() -> till.coalition().protection())
                .limit(Act.LOOKUPS, Scope.TILL);
        return lookups.count(unit, asked, limit);
    }
}
