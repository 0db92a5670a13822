package eu.kontor.tenancy.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One brand as its configuration describes it.
 *
 * @param name the brand's name as guests read it
 * @param accentColour {@code #rrggbb}, checked for contrast when the configuration is applied
 * @param logoSvg the logo as an SVG document; empty means that initials are shown
 * @param currencies what its purchases may be in; the first is its contract's currency
 * @param zone the time zone of its outlets
 * @param outlets its places, by code
 * @param only the code of the one outlet that is open to who asks; empty: all
 */
public record Tenant(
        TenantId id,
        TenantSlug slug,
        String name,
        State state,
        String accentColour,
        Optional<String> logoSvg,
        List<Currency> currencies,
        ZoneId zone,
        Locale language,
        List<Outlet> outlets,
        Optional<String> only) {

    /** With all its outlets open. */
    public Tenant(
            TenantId id,
            TenantSlug slug,
            String name,
            State state,
            String accentColour,
            Optional<String> logoSvg,
            List<Currency> currencies,
            ZoneId zone,
            Locale language,
            List<Outlet> outlets) {
        this(id, slug, name, state, accentColour, logoSvg, currencies, zone, language, outlets, Optional.empty());
    }

    /** Provisioning → active ⇄ suspended; a suspended tenant's callers are refused, its data stays. */
    public enum State {
        PROVISIONING,
        ACTIVE,
        SUSPENDED
    }

    /**
     * One place of a tenant: a property, a dining room, a till.
     *
     * @param id unique within the tenant, never reused
     * @param code what tills and files call it
     * @param usualCategory into which a bill falls that is typed at its desk, as long as nobody says otherwise
     * @param ownCategories what its desk tells apart; empty: everything for which the program has a rate
     */
    public record Outlet(
            int id, String code, String name, Optional<String> usualCategory, Optional<List<String>> ownCategories) {

        /** Without categories of its own. */
        public Outlet(int id, String code, String name) {
            this(id, code, name, Optional.empty(), Optional.empty());
        }
    }

    /** The same tenant for who may act at one outlet only, or at all of them. */
    public Tenant openTo(Optional<String> outlet) {
        return only.equals(outlet)
                ? this
                : new Tenant(id, slug, name, state, accentColour, logoSvg, currencies, zone, language, outlets, outlet);
    }

    public Optional<Outlet> outlet(String code) {
        return outlets.stream().filter(outlet -> outlet.code().equals(code)).findFirst();
    }

    public Set<Currency> currencySet() {
        return Set.copyOf(currencies);
    }
}
