package eu.kontor.membership.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.ContactConsents.Consent;
import eu.kontor.membership.api.ContactConsents.ConsentText;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code coalition.consent} and {@code coalition.consent_text}, of the brand whose role runs the transaction. */
@Service
public class ConsentRecords {

    private static final String RECORD = SqlFile.read("membership/record_consent");
    private static final String HISTORY = SqlFile.read("membership/consents");
    private static final String TEXT = SqlFile.read("membership/consent_text");
    private static final String KEEP_TEXT = SqlFile.read("membership/keep_consent_text");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return false when the brand does not know the member */
    public boolean record(
            UnitOfWork unit, Caller by, MemberId member, Instant now, Optional<ConsentText> agreedTo, String purpose) {
        return unit.jdbi()
                .createQuery(RECORD)
                .bind("member", member)
                .bind("purpose", purpose)
                .bind("agrees", agreedTo.isPresent())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("version", agreedTo.map(ConsentText::version).orElse(""))
                .bind(
                        "language",
                        agreedTo.map(text -> text.language().toLanguageTag()).orElse(""))
                .bind("shown", agreedTo.map(ConsentText::text).orElse(""))
                .bind("channel", by.isMachine() ? "api" : "desk")
                .bind("subject", by.subject())
                .bind("name", by.name())
                .mapTo(Boolean.class)
                .one();
    }

    public List<Consent> history(UnitOfWork unit, MemberId member) {
        return unit.jdbi()
                .createQuery(HISTORY)
                .bind("member", member)
                .mapTo(Consent.class)
                .list();
    }

    /** The brand's own words of a purpose in a language, or in English; empty without any. */
    public Optional<ConsentText> text(UnitOfWork unit, String purpose, Locale language) {
        return unit.jdbi().createQuery(TEXT).mapTo(String.class).findOne().flatMap(section -> {
            JsonNode own = json(section).path(purpose);
            String spoken = own.path("text").has(language.getLanguage()) ? language.getLanguage() : "en";
            return own.path("text").has(spoken)
                    ? Optional.of(new ConsentText(
                            purpose,
                            own.path("version").asText(),
                            Locale.forLanguageTag(spoken),
                            own.path("text").path(spoken).asText()))
                    : Optional.empty();
        });
    }

    public void keepTexts(UnitOfWork unit, TenantId tenant, JsonNode section) {
        unit.jdbi()
                .createUpdate(KEEP_TEXT)
                .bind("tenant", tenant.value())
                .bind("section", section.toString())
                .execute();
    }

    private static JsonNode json(String section) {
        try {
            return JSON.readTree(section);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database kept no JSON", e);
        }
    }
}
