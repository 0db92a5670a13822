package eu.kontor.tenancy.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.kernel.Activity;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import eu.kontor.tenancy.api.Coalition.ProgramRules;
import eu.kontor.tenancy.api.Protection;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SignInRules;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.math.BigDecimal;
import java.time.Period;
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
    public Optional<Stored> read(UnitOfWork unit) {
        return unit.jdbi().createQuery(READ).mapTo(CoalitionRow.class).findOne().map(CoalitionRow::stored);
    }

    private static ExpiryRules expiryRules(JsonNode expiry) {
        Set<Activity> activities = EnumSet.noneOf(Activity.class);
        expiry.path("activities").forEach(word -> activities.add(Activity.ofWord(word.asText())));
        return new ExpiryRules(
                expiry.path("noticeDays").asInt(ExpiryRules.USUAL.noticeDays()),
                expiry.has("activities") ? activities : ExpiryRules.USUAL.activities());
    }

    private static Map<String, Period> retention(JsonNode said) {
        Map<String, Period> periods = new HashMap<>();
        said.properties()
                .forEach(kind ->
                        periods.put(kind.getKey(), Period.parse(kind.getValue().asText())));
        return periods;
    }

    public void write(UnitOfWork unit, JsonNode file) {
        unit.jdbi()
                .createUpdate(WRITE)
                .bind("name", file.path("name").asText())
                .bind("pointsName", file.path("pointsName").toString())
                .bind("zone", file.path("zone").asText())
                .bind("cardPrefix", file.path("cardPrefix").asText())
                .bind("firstWindow", YearMonth.parse(file.path("firstWindow").asText()))
                .bind("currency", file.path("currency").asText())
                .bind("valuePerPoint", new BigDecimal(file.path("valuePerPoint").asText()))
                .bind("sample", file.path("sample").asBoolean(false))
                .bind("file", file.toString())
                .execute();
    }

    /** Everything of the file is applied. */
    public void conclude(UnitOfWork unit, JsonNode file) {
        unit.jdbi().createUpdate(KEEP_FILE).bind("file", file.toString()).execute();
    }

    /** Grows with every change of the registry; 0 before the first. */
    public long revision(UnitOfWork unit) {
        return unit.jdbi().createQuery(REVISION).mapTo(Long.class).findOne().orElse(0L);
    }

    public void tellOtherNodes(UnitOfWork unit) {
        unit.jdbi().createUpdate(TELL_OTHER_NODES).execute();
    }

    private record CoalitionRow(
            String name,
            String pointsName,
            String zone,
            String cardPrefix,
            YearMonth firstWindow,
            Currency currency,
            BigDecimal valuePerPoint,
            boolean sample,
            String configuration) {

        Stored stored() {
            Map<String, String> names = new HashMap<>();
            TenantRecords.json(pointsName)
                    .properties()
                    .forEach(each -> names.put(each.getKey(), each.getValue().asText()));
            JsonNode file = TenantRecords.json(configuration);
            return new Stored(
                    new Coalition(
                            name,
                            names,
                            ZoneId.of(zone),
                            cardPrefix,
                            firstWindow,
                            currency,
                            valuePerPoint.stripTrailingZeros(),
                            sample,
                            expiryRules(file.path("expiry")),
                            Protection.ofCoalition(file.path("protection")),
                            SignInRules.of(file.path("signIn"), sample),
                            new ProgramRules(
                                    file.path("programs").path("noticeDays").asInt(ProgramRules.USUAL.noticeDays())),
                            retention(file.path("retention"))),
                    file);
        }
    }
}
