package eu.kontor.program.persistence;

import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.domain.ProgramHistory;
import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Program versions in the schema of the transaction's tenant. They are written once, so that none has a version to compare. */
@Service
public class PublishedPrograms implements EntityClasses {

    private static final String VERSIONS = SqlFile.read("program/versions");
    private static final String ONE_AFTER_THE_OTHER = SqlFile.read("program/one-after-the-other");
    private static final String CANCEL = SqlFile.read("program/cancel-version");
    private static final String OWNERS = SqlFile.read("program/owners");
    private static final String OWN = SqlFile.read("program/own-element");

    private final Clock clock;

    @Inject
    public PublishedPrograms(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(PublishedProgram.class, DraftedProgram.class);
    }

    /** The history in the schema of the transaction's tenant; not kept beyond the transaction. */
    public ProgramHistory in(UnitOfWork unit) {
        return new InSchema(unit, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private record InSchema(UnitOfWork unit, Instant now) implements ProgramHistory {

        @Override
        public void oneAfterTheOther() {
            unit.jdbi().execute(ONE_AFTER_THE_OTHER);
        }

        @Override
        public int newestVersion() {
            return all().stream().mapToInt(PublishedVersion::version).max().orElse(0);
        }

        @Override
        public Optional<PublishedVersion> newest() {
            return all().stream().filter(version -> !version.isCancelled()).findFirst();
        }

        @Override
        public Optional<PublishedVersion> find(int version) {
            return rows(version).stream().findFirst();
        }

        @Override
        public List<PublishedVersion> all() {
            return rows(null);
        }

        @Override
        public void publish(int version, LocalDate validFrom, String document, Origin origin) {
            unit.entityManager().persist(new PublishedProgram(version, validFrom, document, now, origin));
            unit.entityManager().flush();
        }

        @Override
        public void cancel(int version, String by, String byName, String why) {
            unit.jdbi()
                    .createUpdate(CANCEL)
                    .bind("version", version)
                    .bind("at", now)
                    .bind("by", by)
                    .bind("byName", byName)
                    .bind("why", why)
                    .execute();
        }

        @Override
        public Map<ProgramElement, Ownership> owners() {
            Map<ProgramElement, Ownership> owners = new LinkedHashMap<>();
            unit.jdbi().createQuery(OWNERS).mapTo(OwnerRow.class).forEach(row -> ProgramElement.ofId(row.element())
                    .ifPresent(element -> owners.put(element, row.ownership())));
            return owners;
        }

        @Override
        public void own(ProgramElement element, Ownership ownership) {
            unit.jdbi()
                    .createUpdate(OWN)
                    .bind("element", element.id())
                    .bind("owner", ownership.owner().slug())
                    .bind("at", ownership.since())
                    .bind("by", ownership.by())
                    .bind("byName", ownership.byName())
                    .execute();
        }

        private List<PublishedVersion> rows(Integer version) {
            return unit.jdbi()
                    .createQuery(VERSIONS)
                    .bind("version", version)
                    .mapTo(VersionRow.class)
                    .map(VersionRow::published)
                    .list();
        }
    }

    private record VersionRow(
            int version,
            LocalDate validFrom,
            String document,
            String source,
            Optional<Long> draftId,
            Optional<String> publishedBy,
            Optional<String> publishedByName,
            Optional<String> approvedByName,
            Instant publishedAt,
            boolean cancelled) {

        ProgramHistory.PublishedVersion published() {
            return new ProgramHistory.PublishedVersion(
                    version,
                    validFrom,
                    document,
                    new ProgramHistory.Origin(owner(source), draftId, publishedBy, publishedByName, approvedByName),
                    publishedAt,
                    cancelled);
        }
    }

    private record OwnerRow(String element, String owner, Instant setAt, String setBy, String setByName) {

        ProgramHistory.Ownership ownership() {
            return new ProgramHistory.Ownership(PublishedPrograms.owner(owner), setBy, setByName, setAt);
        }
    }

    private static Owner owner(String word) {
        return Owner.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
