package eu.kontor.membership.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.membership.api.ContactConsents;
import eu.kontor.membership.api.ContactConsents.Consent;
import eu.kontor.membership.api.ContactConsents.ConsentText;
import eu.kontor.membership.domain.ConsentWords;
import eu.kontor.membership.persistence.ConsentRecords;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts and the record of consents, within a brand's transaction. */
@Service
public class ConsentBook {

    private final ConsentRecords records;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public ConsentBook(ConsentRecords records, Tenants tenants, Clock clock) {
        this.records = records;
        this.tenants = tenants;
        this.clock = clock;
    }

    ConsentText text(UnitOfWork unit, TenantId tenant, String purpose, Locale language) {
        return records.text(unit, purpose, language).orElseGet(() -> {
            Locale spoken = ConsentWords.spoken(language);
            return new ConsentText(
                    purpose,
                    ConsentWords.VERSION,
                    spoken,
                    ConsentWords.of(purpose, tenants.get(tenant).name(), spoken));
        });
    }

    /** @return false when the brand does not know the member */
    boolean record(UnitOfWork unit, Caller by, MemberId member, Optional<ConsentText> agreedTo) {
        return records.record(
                unit, by, member, clock.instant().truncatedTo(ChronoUnit.MICROS), agreedTo, ContactConsents.CONTACT);
    }

    List<Consent> history(UnitOfWork unit, MemberId member) {
        return records.history(unit, member);
    }
}
