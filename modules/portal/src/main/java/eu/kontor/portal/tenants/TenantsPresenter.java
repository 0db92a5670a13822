package eu.kontor.portal.tenants;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.TenantAdministration;
import eu.kontor.tenancy.api.TenantAdministration.Applied;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import eu.kontor.tenancy.api.TenantAdministration.InvalidConfiguration;
import eu.kontor.tenancy.api.TenantAdministration.Plan;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The brands of the coalition, as the operator sees and changes them. */
@Service
public class TenantsPresenter {

    private final Tenants tenants;
    private final TenantAdministration administration;
    private final Programs programs;
    private final Settlement settlement;
    private final Clock clock;

    @Inject
    public TenantsPresenter(
            Tenants tenants,
            TenantAdministration administration,
            Programs programs,
            Settlement settlement,
            Clock clock) {
        this.tenants = tenants;
        this.administration = administration;
        this.programs = programs;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** In the order of their names. */
    public List<TenantLine> all(Caller caller) {
        caller.mustBe(Role.OPERATOR);
        return tenants.all().stream().map(tenant -> line(caller, tenant)).toList();
    }

    public void suspend(Caller caller, TenantSlug slug) {
        administration.suspend(caller, slug);
    }

    public void resume(Caller caller, TenantSlug slug) {
        administration.resume(caller, slug);
    }

    /** What is wrong with the folder, or what applying it would change; applies nothing. */
    public Looked look(Caller caller, Path folder) {
        try {
            return new Looked(List.of(), Optional.of(administration.plan(caller, folder, Optional.empty())));
        } catch (InvalidConfiguration invalid) {
            return new Looked(invalid.mistakes(), Optional.empty());
        }
    }

    /** @throws Refusal {@code PLAN_OUTDATED} when it would change something else than was shown */
    public List<Applied> apply(Caller caller, Path folder, Plan shown, Consumer<String> progress) {
        return administration.apply(caller, folder, shown.fingerprint(), progress);
    }

    /** @param plan empty where there are mistakes */
    public record Looked(List<FileMistake> mistakes, Optional<Plan> plan) {}

    private TenantLine line(Caller caller, Tenant tenant) {
        return new TenantLine(
                tenant,
                program(tenant.id(), LocalDate.now(clock.withZone(tenant.zone()))),
                settlement.contract(caller, tenant.id()));
    }

    /** A brand that has not published a program yet is no error here. */
    private Optional<Program> program(TenantId tenant, LocalDate today) {
        try {
            return Optional.of(programs.validOn(tenant, today));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /**
     * @param program the one that is valid today
     * @param contract what the brand pays and gets per point; empty while nothing is agreed
     */
    public record TenantLine(Tenant tenant, Optional<Program> program, Optional<Settlement.Contract> contract) {}
}
