package eu.kontor.rest.till;

import eu.kontor.kernel.Caller;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;

/** Earnings with their reason in the caller's language. */
@Service
public class Explanations {

    private final Programs programs;
    private final Tenants tenants;

    @Inject
    public Explanations(Programs programs, Tenants tenants) {
        this.programs = programs;
        this.tenants = tenants;
    }

    EarningAnswer of(Caller caller, Earning earning) {
        String pointsName = tenants.coalition().pointsName(caller.language());
        return EarningAnswer.of(
                earning,
                programs.sentence(earning, pointsName, caller.language()),
                caller.language(),
                passed -> programs.whyNot(passed, caller.language()));
    }
}
