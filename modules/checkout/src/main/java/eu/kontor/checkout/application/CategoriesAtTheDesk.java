package eu.kontor.checkout.application;

import eu.kontor.checkout.api.CategoryDesk;
import eu.kontor.checkout.api.UnknownCategories;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** As they are noted when purchases are filed. */
@Service
public class CategoriesAtTheDesk implements CategoryDesk {

    private static final String UNSEEN = SqlFile.read("checkout/unseen-categories");
    private static final String SEEN = SqlFile.read("checkout/categories-seen");

    private final TillContext till;
    private final Programs programs;
    private final Transactions transactions;
    private final Audit audit;

    @Inject
    public CategoriesAtTheDesk(TillContext till, Programs programs, Transactions transactions, Audit audit) {
        this.till = till;
        this.programs = programs;
        this.transactions = transactions;
        this.audit = audit;
    }

    private record Row(String category, LocalDate firstSeen, LocalDate lastSeen) {}

    @Override
    public List<Unseen> unseen(Caller caller) {
        Tenant tenant = till.active(permitted(caller));
        List<Unseen> noted = transactions.asTenant(
                tenant.id(),
                unit -> unit.jdbi().createQuery(UNSEEN).bind("most", UnknownCategories.MOST).mapTo(Row.class).stream()
                        .map(row -> new Unseen(row.category(), row.firstSeen(), row.lastSeen()))
                        .toList());
        return noted.isEmpty() ? noted : unknownToday(tenant, noted);
    }

    /** A program may have learnt them since. */
    private List<Unseen> unknownToday(Tenant tenant, List<Unseen> noted) {
        Optional<Program> program = today(tenant);
        if (program.isEmpty()) {
            return noted;
        }
        MoneyAmount nothing = MoneyAmount.zero(tenant.currencies().getFirst());
        Set<String> unknown = Set.copyOf(programs.unknownCategories(
                program.get(),
                noted.stream()
                        .map(each -> new EarningLine(
                                each.category(), LineKind.GOODS, nothing, Optional.empty(), Optional.empty()))
                        .toList()));
        return noted.stream().filter(each -> unknown.contains(each.category())).toList();
    }

    private Optional<Program> today(Tenant tenant) {
        try {
            return Optional.of(programs.validOn(
                    tenant.id(), till.now().atZone(tenant.zone()).toLocalDate()));
        } catch (Refusal none) {
            return Optional.empty();
        }
    }

    @Override
    public void seen(Caller caller, List<Unseen> shown) {
        TenantId tenant = permitted(caller);
        Object[] categories = shown.stream().map(Unseen::category).toArray();
        Object[] through = shown.stream().map(each -> Date.valueOf(each.last())).toArray();
        transactions.asTenant(tenant, unit -> {
            int changed = unit.jdbi()
                    .createUpdate(SEEN)
                    .bindBySqlType("categories", unit.connection().createArrayOf("text", categories), Types.ARRAY)
                    .bindBySqlType("through", unit.connection().createArrayOf("date", through), Types.ARRAY)
                    .execute();
            if (changed > 0) {
                audit.record(unit, caller, "see-unknown-categories", "program", Map.of());
            }
            return null;
        });
    }

    private static TenantId permitted(Caller caller) {
        caller.mustBe(Role.ADMIN);
        return caller.tenantOrRefuse();
    }
}
