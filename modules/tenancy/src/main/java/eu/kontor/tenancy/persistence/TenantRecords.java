package eu.kontor.tenancy.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Service;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ALL =
            """
            select tenant_id, slug, name, state, accent_colour, logo_svg, currencies, zone, language, canary,
                   configuration::text
              from coalition.tenant
             order by name, tenant_id""";

    private static final String OUTLETS =
            "select tenant_id, outlet_id, code, name from coalition.outlet where not closed order by tenant_id, outlet_id";

    private static final String REGISTER =
            """
            insert into coalition.tenant (slug, name, accent_colour, currencies, zone, language, configuration)
            values (?, ?, '#000000', '{XXX}', 'UTC', 'en', '{}')
            on conflict (slug) do nothing""";

    private static final String DESCRIBE =
            """
            update coalition.tenant
               set name = ?, accent_colour = ?, logo_svg = ?, currencies = ?, zone = ?, language = ?, canary = ?
             where slug = ?""";

    private static final String CONCLUDE =
            """
            update coalition.tenant
               set configuration = ?::jsonb, state = case state when 'provisioning' then 'active' else state end
             where slug = ?""";

    private static final String OPEN_OUTLET =
            """
            insert into coalition.outlet (tenant_id, outlet_id, code, name)
            select tenant_id,
                   (select coalesce(max(outlet_id), 0) + 1 from coalition.outlet o where o.tenant_id = t.tenant_id), ?, ?
              from coalition.tenant t
             where slug = ?
            on conflict (tenant_id, code) do update set name = excluded.name, closed = false""";

    private static final String CLOSE_OUTLETS =
            """
            update coalition.outlet
               set closed = true
             where tenant_id = (select tenant_id from coalition.tenant where slug = ?)
               and not closed
               and not code = any (?)""";

    private static final String SET_STATE = "update coalition.tenant set state = ? where slug = ?";

    /** @param configuration the file that was last applied completely; an empty object before that */
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

    /** Writes what the registry shows of the tenant's file. Outlets that the file no longer has are closed, never deleted. */
    public void describe(UnitOfWork unit, TenantSlug slug, JsonNode file) throws SQLException {
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
        Set<String> codes = new HashSet<>();
        try (PreparedStatement open = unit.connection().prepareStatement(OPEN_OUTLET)) {
            for (JsonNode outlet : file.path("outlets")) {
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

    /** Everything of the file is applied: the next comparison is with it. A new tenant becomes active. */
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
