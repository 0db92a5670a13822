package eu.kontor.settlement.application;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.tenancy.api.ConfigurationSection;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.LegalEntity;
import eu.kontor.tenancy.api.SectionWords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;
import java.util.Locale;

/**
 * The {@code legal} section of a tenant's file: its legal name, address, tax number and account, which stand on its statements. What a
 * statement was made with stays on it.
 */
@Service
public class LegalSection implements ConfigurationSection {

    private static final SectionWords WORDS = new SectionWords(LegalSection.class, "words");

    private static final String PUT = SqlFile.read("settlement/put_legal_party");

    @Override
    public String key() {
        return "legal";
    }

    /** Money is paid to the account that stands there; a brand does not change it unseen. */
    @Override
    public AppliedBy appliedBy() {
        return AppliedBy.OPERATOR;
    }

    @Override
    public List<Mistake> validate(JsonNode section, JsonNode wholeFile) {
        return LegalEntity.mistakes(section);
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
        unit.jdbi()
                .createUpdate(PUT)
                .bind("partner", tenant.id())
                .bind("details", section.toString())
                .execute();
    }
}
