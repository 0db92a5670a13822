package eu.kontor.checkout.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.checkout.persistence.CorrectionRows;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The {@code goodwill} section of a tenant's file: for which reasons, and how much of it who may do alone. */
@Service
public class GoodwillSection implements ConfigurationSection {

    private static final SectionWords WORDS = new SectionWords(GoodwillSection.class, "words");

    private final CorrectionRows rows;

    @Inject
    public GoodwillSection(CorrectionRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "goodwill";
    }

    @Override
    public AppliedBy appliedBy() {
        return AppliedBy.TENANT;
    }

    @Override
    public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < section.path("reasons").size(); i++) {
            if (!codes.add(section.path("reasons").get(i).path("code").asText())) {
                return List.of(new Mistake("/reasons/" + i + "/code", "a code that no other reason has"));
            }
        }
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
        rows.writeRules(unit, section);
    }
}
