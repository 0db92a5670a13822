package eu.kontor.membership.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.membership.domain.ConsentWords;
import eu.kontor.membership.persistence.ConsentRecords;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The {@code consent} section of a tenant's file: what its guests are asked, purpose by purpose, with a version that the brand counts. */
@Service
public class ConsentSection implements ConfigurationSection {

    private static final SectionWords WORDS = new SectionWords(ConsentSection.class, "words");

    private final ConsentRecords records;

    @Inject
    public ConsentSection(ConsentRecords records) {
        this.records = records;
    }

    @Override
    public String key() {
        return "consent";
    }

    @Override
    public AppliedBy appliedBy() {
        return AppliedBy.TENANT;
    }

    @Override
    public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        List<Mistake> mistakes = new ArrayList<>();
        section.properties().forEach(purpose -> {
            if (purpose.getValue().path("version").asText().equals(ConsentWords.VERSION)) {
                mistakes.add(new Mistake(
                        "/" + purpose.getKey() + "/version",
                        "a version of your own; " + ConsentWords.VERSION + " is the house's text"));
            }
        });
        return mistakes;
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
        records.keepTexts(unit, tenant.id(), section);
    }
}
