package eu.kontor.checkout.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Where a caller stands: whether it may serve guests, for which tenant, and which day it is there. */
@Service
public class TillContext {

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public TillContext(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * The caller's tenant, with no outlet but the caller's own where it is bound to one.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code NO_TENANT}, {@code TENANT_SUSPENDED}
     */
    Tenant tenantOf(Caller caller) {
        caller.mustBe(Role.TILL, Role.FRONT_DESK, Role.ADMIN);
        return tenants.active(caller.tenantOrRefuse()).openTo(caller.outlet());
    }

    /**
     * The same for who takes back or moves what was posted. Whose sign-in is old is asked again who they are; not so a front desk that is
     * no administrator, too: its corrections have limits and must be undone while the guest stands there.
     *
     * @throws eu.kontor.kernel.Refusal as above, and {@code SIGN_IN_TOO_OLD}
     */
    Tenant tenantToCorrectFor(Caller caller) {
        Tenant tenant = tenantOf(caller);
        if (!caller.isAny(Role.FRONT_DESK) || caller.isAny(Role.ADMIN)) {
            caller.mustHaveProvenLately();
        }
        return tenant;
    }

    /** For work without a caller, such as a file's. */
    Tenant active(TenantId tenant) {
        return tenants.active(tenant);
    }

    Coalition coalition() {
        return tenants.coalition();
    }

    /** What holds at a brand with this program: the coalition's and its own, the stricter of each. */
    Protection protection(Program program) {
        return coalition().protection().stricter(program.protection());
    }

    Spending spending(Caller caller, Tenant tenant, int outlet, Program program) {
        return new Spending(caller, tenant.id(), outlet, coalition().protection(), program.protection());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today(Tenant tenant) {
        return clock.instant().atZone(tenant.zone()).toLocalDate();
    }
}
