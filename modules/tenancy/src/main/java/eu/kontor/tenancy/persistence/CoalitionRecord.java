package eu.kontor.tenancy.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Activity;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one row of {@code coalition.coalition}; needs the operator's role. */
@Service
public class CoalitionRecord {

    private static final String READ = SqlFile.read("tenancy/coalition");

    private static final String REVISION = SqlFile.read("tenancy/revision");

    private static final String WRITE = SqlFile.read("tenancy/describe_coalition");
    private static final String KEEP_FILE = SqlFile.read("tenancy/keep_coalition_file");

    private static final String TELL_OTHER_NODES = SqlFile.read("tenancy/tell_other_nodes");

    /** @param configuration the file that was last applied */
    public record Stored(Coalition coalition, JsonNode configuration) {}

    /** @return empty before the first configuration was applied */
    public Optional<Stored> read(UnitOfWork unit) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Map<String, String> names = new HashMap<>();
            TenantRecords.json(row.getString(2))
                    .properties()
                    .forEach(name -> names.put(name.getKey(), name.getValue().asText()));
            JsonNode configuration = TenantRecords.json(row.getString(9));
            Coalition coalition = new Coalition(
                    row.getString(1),
                    names,
                    ZoneId.of(row.getString(3)),
                    row.getString(4),
                    YearMonth.from(row.getObject(5, LocalDate.class)),
                    Currency.getInstance(row.getString(6)),
                    row.getBigDecimal(7).stripTrailingZeros(),
                    row.getBoolean(8),
                    expiryRules(configuration.path("expiry")));
            return Optional.of(new Stored(coalition, configuration));
        }
    }

    private static ExpiryRules expiryRules(JsonNode expiry) {
        Set<Activity> activities = EnumSet.noneOf(Activity.class);
        expiry.path("activities").forEach(word -> activities.add(Activity.ofWord(word.asText())));
        return new ExpiryRules(
                expiry.path("noticeDays").asInt(ExpiryRules.USUAL.noticeDays()),
                expiry.has("activities") ? activities : ExpiryRules.USUAL.activities());
    }

    public void write(UnitOfWork unit, JsonNode file) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(WRITE)) {
            statement.setString(1, file.path("name").asText());
            statement.setString(2, file.path("pointsName").toString());
            statement.setString(3, file.path("zone").asText());
            statement.setString(4, file.path("cardPrefix").asText());
            statement.setObject(
                    5, YearMonth.parse(file.path("firstWindow").asText()).atDay(1));
            statement.setString(6, file.path("currency").asText());
            statement.setBigDecimal(7, new BigDecimal(file.path("valuePerPoint").asText()));
            statement.setBoolean(8, file.path("sample").asBoolean(false));
            statement.setString(9, file.toString());
            statement.execute();
        }
    }

    /** Everything of the file is applied. */
    public void conclude(UnitOfWork unit, JsonNode file) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(KEEP_FILE)) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }

    /** Grows with every change of the registry; 0 before the first. */
    public long revision(UnitOfWork unit) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(REVISION);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    public void tellOtherNodes(UnitOfWork unit) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(TELL_OTHER_NODES)) {
            statement.execute();
        }
    }
}
