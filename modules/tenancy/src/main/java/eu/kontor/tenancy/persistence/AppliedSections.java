package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Which content of each section was last applied from files, in {@code coalition.applied_section}; needs the operator's role. */
@Service
public class AppliedSections {

    private static final String READ = SqlFile.read("tenancy/applied_sections");
    private static final String REMEMBER = SqlFile.read("tenancy/remember_section");

    private final Clock clock;

    @Inject
    public AppliedSections(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param tenant empty for the coalition's own file
     * @return digests by section; a section that was never applied has none
     */
    public Map<String, byte[]> of(UnitOfWork unit, Optional<TenantId> tenant) {
        return unit.jdbi()
                .createQuery(READ)
                .bind("tenant", tenant.map(TenantId::value))
                .mapTo(AppliedSection.class)
                .collectToMap(AppliedSection::section, AppliedSection::digest);
    }

    public void remember(UnitOfWork unit, Optional<TenantId> tenant, String section, byte[] digest) {
        unit.jdbi()
                .createUpdate(REMEMBER)
                .bind("tenant", tenant.map(TenantId::value))
                .bind("section", section)
                .bind("digest", digest)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private record AppliedSection(String section, byte[] digest) {}
}
