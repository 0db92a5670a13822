package eu.kontor.checkout.application;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;

/** What points pay at a tenant's tills on a day. */
@Service
public class RedemptionValue {

    private final Programs programs;

    @Inject
    public RedemptionValue(Programs programs) {
        this.programs = programs;
    }

    Program program(Tenant tenant, LocalDate date) {
        return programs.validOn(tenant.id(), date);
    }

    MoneyAmount of(Program program, Points points, Currency currency) {
        return programs.redemptionValue(program, points, currency);
    }

    /**
     * A capture does not repeat the currency: the value is known where the tenant has only one.
     *
     * @return to be asked once it is known how many points were captured; asks no database
     */
    Function<Points, Optional<MoneyAmount>> inTheOnlyCurrency(Tenant tenant, LocalDate date) {
        if (tenant.currencies().size() != 1) {
            return points -> Optional.empty();
        }
        Program program = program(tenant, date);
        Currency currency = tenant.currencies().getFirst();
        return points -> Optional.of(of(program, points, currency));
    }
}
