package eu.kontor.tenancy.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tenants and their outlets in {@code coalition.tenant} and {@code coalition.outlet}; needs the operator's role. */
@Service
public class TenantRecords {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String ALL = SqlFile.read("tenancy/tenants");

    private static final String OUTLETS = SqlFile.read("tenancy/open_outlets");

    private static final String REGISTER = SqlFile.read("tenancy/register_tenant");

    private static final String DESCRIBE = SqlFile.read("tenancy/describe_brand");

    private static final String CONCLUDE = SqlFile.read("tenancy/conclude_tenant");

    private static final String OPEN_OUTLET = SqlFile.read("tenancy/open_outlet");

    private static final String CLOSE_OUTLETS = SqlFile.read("tenancy/close_outlets");

    private static final String SET_STATE = SqlFile.read("tenancy/set_tenant_state");

    /** @param configuration the file that was last applied to its end; an empty object before that */
    public record TenantRecord(Tenant tenant, boolean canary, JsonNode configuration) {}

    /** In the order of their names. */
    public List<TenantRecord> all(UnitOfWork unit) {
        Map<TenantId, List<Outlet>> outlets = unit.jdbi().createQuery(OUTLETS).mapTo(OutletRow.class).stream()
                .collect(Collectors.groupingBy(
                        OutletRow::tenantId, Collectors.mapping(OutletRow::outlet, Collectors.toList())));
        return unit.jdbi().createQuery(ALL).mapTo(TenantRow.class).stream()
                .map(row -> row.withOutlets(outlets.getOrDefault(row.tenantId(), List.of())))
                .toList();
    }

    /** Gives the tenant its number, if it has none yet. */
    public void register(UnitOfWork unit, TenantSlug slug) {
        unit.jdbi().createUpdate(REGISTER).bind("slug", slug).execute();
    }

    /** Writes what the registry shows of the brand itself. */
    public void describeBrand(UnitOfWork unit, TenantSlug slug, JsonNode brand) {
        List<String> currencies = new ArrayList<>();
        brand.path("currencies").forEach(currency -> currencies.add(currency.asText()));
        unit.jdbi()
                .createUpdate(DESCRIBE)
                .bind("slug", slug)
                .bind("name", brand.path("name").asText())
                .bind("accent", brand.path("accentColour").asText().toLowerCase(Locale.ROOT))
                .bind("logo", brand.hasNonNull("logo") ? brand.path("logo").asText() : null)
                .bindArray("currencies", String.class, currencies)
                .bind("zone", brand.path("zone").asText())
                .bind("language", brand.path("language").asText())
                .bind("canary", brand.path("canary").asBoolean(false))
                .execute();
    }

    /** Writes what the registry shows of its places. Those that are no longer listed are closed, never deleted. */
    public void describeOutlets(UnitOfWork unit, TenantSlug slug, JsonNode outlets) {
        List<String> codes = new ArrayList<>();
        for (JsonNode outlet : outlets) {
            codes.add(outlet.path("code").asText());
            unit.jdbi()
                    .createUpdate(OPEN_OUTLET)
                    .bind("slug", slug)
                    .bind("code", outlet.path("code").asText())
                    .bind("name", outlet.path("name").asText())
                    .bind(
                            "usualCategory",
                            outlet.hasNonNull("category")
                                    ? outlet.path("category").asText().strip()
                                    : null)
                    .bind("hasOwnCategories", outlet.has("categories"))
                    .bindArray("ownCategories", String.class, ownCategories(outlet))
                    .execute();
        }
        unit.jdbi()
                .createUpdate(CLOSE_OUTLETS)
                .bind("slug", slug)
                .bindArray("codes", String.class, codes)
                .execute();
    }

    private static List<String> ownCategories(JsonNode outlet) {
        List<String> categories = new ArrayList<>();
        outlet.path("categories")
                .forEach(category -> categories.add(category.asText().strip()));
        return categories;
    }

    /** Everything of the file is applied. A new tenant becomes active. */
    public void conclude(UnitOfWork unit, TenantSlug slug, JsonNode file) {
        unit.jdbi()
                .createUpdate(CONCLUDE)
                .bind("slug", slug)
                .bind("file", file.toString())
                .execute();
    }

    public void setState(UnitOfWork unit, TenantSlug slug, Tenant.State state) {
        unit.jdbi()
                .createUpdate(SET_STATE)
                .bind("slug", slug)
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .execute();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database's jsonb is JSON", e);
        }
    }

    private record TenantRow(
            TenantId tenantId,
            TenantSlug slug,
            String name,
            Tenant.State state,
            String accentColour,
            Optional<String> logoSvg,
            List<String> currencies,
            String zone,
            Locale language,
            boolean canary,
            String configuration) {

        TenantRecord withOutlets(List<Outlet> outlets) {
            List<Currency> known =
                    currencies.stream().map(Currency::getInstance).toList();
            return new TenantRecord(
                    new Tenant(
                            tenantId,
                            slug,
                            name,
                            state,
                            accentColour,
                            logoSvg,
                            known,
                            ZoneId.of(zone),
                            language,
                            outlets),
                    canary,
                    json(configuration));
        }
    }

    private record OutletRow(
            TenantId tenantId,
            int outletId,
            String code,
            String name,
            Optional<String> usualCategory,
            boolean hasOwnCategories,
            List<String> ownCategories) {

        Outlet outlet() {
            return new Outlet(
                    outletId,
                    code,
                    name,
                    usualCategory,
                    hasOwnCategories ? Optional.of(List.copyOf(ownCategories)) : Optional.empty());
        }
    }
}
