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
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    public List<TenantRecord> all(UnitOfWork unit) throws SQLException {
        Map<Integer, List<Outlet>> outlets = outlets(unit);
        List<TenantRecord> all = new ArrayList<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Tenant tenant = new Tenant(
                        new TenantId(row.getInt(1)),
                        new TenantSlug(row.getString(2)),
                        row.getString(3),
                        Tenant.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        row.getString(5),
                        Optional.ofNullable(row.getString(6)),
                        Arrays.stream((String[]) row.getArray(7).getArray())
                                .map(Currency::getInstance)
                                .toList(),
                        ZoneId.of(row.getString(8)),
                        Locale.forLanguageTag(row.getString(9)),
                        outlets.getOrDefault(row.getInt(1), List.of()));
                all.add(new TenantRecord(tenant, row.getBoolean(10), json(row.getString(11))));
            }
        }
        return all;
    }

    /** Gives the tenant its number, if it has none yet. */
    public void register(UnitOfWork unit, TenantSlug slug) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(REGISTER)) {
            statement.setString(1, slug.value());
            statement.setString(2, slug.value());
            statement.execute();
        }
    }

    /** Writes what the registry shows of the brand itself. */
    public void describeBrand(UnitOfWork unit, TenantSlug slug, JsonNode file) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(DESCRIBE)) {
            statement.setString(1, file.path("name").asText());
            statement.setString(2, file.path("accentColour").asText().toLowerCase(Locale.ROOT));
            statement.setString(3, file.hasNonNull("logo") ? file.path("logo").asText() : null);
            List<String> currencies = new ArrayList<>();
            file.path("currencies").forEach(currency -> currencies.add(currency.asText()));
            statement.setArray(4, unit.connection().createArrayOf("text", currencies.toArray()));
            statement.setString(5, file.path("zone").asText());
            statement.setString(6, file.path("language").asText());
            statement.setBoolean(7, file.path("canary").asBoolean(false));
            statement.setString(8, slug.value());
            statement.execute();
        }
    }

    /** Writes what the registry shows of its places. Those that are no longer listed are closed, never deleted. */
    public void describeOutlets(UnitOfWork unit, TenantSlug slug, JsonNode outlets) throws SQLException {
        Set<String> codes = new HashSet<>();
        try (PreparedStatement open = unit.connection().prepareStatement(OPEN_OUTLET)) {
            for (JsonNode outlet : outlets) {
                codes.add(outlet.path("code").asText());
                open.setString(1, outlet.path("code").asText());
                open.setString(2, outlet.path("name").asText());
                open.setString(3, slug.value());
                open.execute();
            }
        }
        try (PreparedStatement close = unit.connection().prepareStatement(CLOSE_OUTLETS)) {
            close.setString(1, slug.value());
            close.setArray(2, unit.connection().createArrayOf("text", codes.toArray()));
            close.execute();
        }
    }

    /** Everything of the file is applied. A new tenant becomes active. */
    public void conclude(UnitOfWork unit, TenantSlug slug, JsonNode file) throws SQLException {
        execute(unit, CONCLUDE, file.toString(), slug);
    }

    public void setState(UnitOfWork unit, TenantSlug slug, Tenant.State state) throws SQLException {
        execute(unit, SET_STATE, state.name().toLowerCase(Locale.ROOT), slug);
    }

    private static Map<Integer, List<Outlet>> outlets(UnitOfWork unit) throws SQLException {
        Map<Integer, List<Outlet>> outlets = new HashMap<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(OUTLETS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                outlets.computeIfAbsent(row.getInt(1), ignored -> new ArrayList<>())
                        .add(new Outlet(row.getInt(2), row.getString(3), row.getString(4)));
            }
        }
        return outlets;
    }

    private static void execute(UnitOfWork unit, String sql, String value, TenantSlug slug) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setString(2, slug.value());
            statement.execute();
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database's jsonb is JSON", e);
        }
    }
}
