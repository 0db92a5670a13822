package eu.kontor.notification.mail;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;
import java.util.Locale;

/** The {@code attention} section of a tenant's file: who of the brand is written to when something needs a person. */
@Service
public class AttentionSection implements ConfigurationSection {

    private static final SectionWords WORDS = new SectionWords(AttentionSection.class, "words");

    private static final String FORGET = SqlFile.read("notification/forget-attention-addresses");
    private static final String ADD = SqlFile.read("notification/add-attention-address");

    @Override
    public String key() {
        return "attention";
    }

    @Override
    public AppliedBy appliedBy() {
        return AppliedBy.TENANT;
    }

    /** The schema says all. */
    @Override
    public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        return List.of();
    }

    @Override
    public String title(Locale language) {
        return WORDS.title(key(), language);
    }

    @Override
    public List<Difference> differences(JsonNode before, JsonNode section) {
        return WORDS.between(key(), before, section);
    }

    @Override
    public void apply(Tenant tenant, JsonNode section, UnitOfWork unit) {
        unit.jdbi().createUpdate(FORGET).execute();
        for (JsonNode email : section) {
            unit.jdbi().createUpdate(ADD).bind("email", email.asText()).execute();
        }
    }
}
