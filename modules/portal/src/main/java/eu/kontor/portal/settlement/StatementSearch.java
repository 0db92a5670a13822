package eu.kontor.portal.settlement;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.shell.Searchable;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Finds statements by month or partner. */
@Service
public class StatementSearch implements Searchable {

    /** What fits on a screen without scrolling. */
    private static final int MOST = 6;

    private final Settlement settlement;
    private final Tenants tenants;

    @Inject
    public StatementSearch(Settlement settlement, Tenants tenants) {
        this.settlement = settlement;
        this.tenants = tenants;
    }

    @Override
    public List<Hit> find(Caller caller, String typed) {
        if (!caller.isAny(Role.OPERATOR, Role.ADMIN, Role.FINANCE)) {
            return List.of();
        }
        List<Tenant> partners =
                caller.tenant().map(id -> List.of(tenants.get(id))).orElseGet(tenants::all);
        Locale language = caller.language();
        String wanted = typed.toLowerCase(language);
        return settlement.windows(caller).stream()
                .flatMap(window -> partners.stream().map(partner -> hit(window.window(), partner, language)))
                .filter(hit ->
                        (hit.title() + ' ' + hit.detail()).toLowerCase(language).contains(wanted))
                .limit(MOST)
                .toList();
    }

    @Override
    public int order() {
        return 2;
    }

    private static Hit hit(YearMonth window, Tenant partner, Locale language) {
        return new Hit(
                "search.statement",
                Formats.in(language).month(window),
                partner.name() + " · " + window,
                Places.statement(window, partner.slug()));
    }
}
