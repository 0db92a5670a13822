package eu.kontor.program.persistence;

import eu.kontor.program.domain.ProgramHistory;
import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Program versions through Hibernate, in the schema of the transaction's tenant. */
@Service
public class PublishedPrograms implements ProgramHistory, EntityClasses {

    private static final String NEWEST_FIRST = "select p from PublishedProgram p order by p.version desc";
    private static final String NEWEST = "select coalesce(max(p.version), 0) from PublishedProgram p";

    private final Clock clock;

    @Inject
    public PublishedPrograms(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(PublishedProgram.class);
    }

    @Override
    public int newestVersion(UnitOfWork unit) {
        return unit.entityManager().createQuery(NEWEST, Integer.class).getSingleResult();
    }

    @Override
    public String document(UnitOfWork unit, int version) {
        return unit.entityManager().find(PublishedProgram.class, version).document();
    }

    @Override
    public Map<Integer, String> documents(UnitOfWork unit) {
        Map<Integer, String> documents = new LinkedHashMap<>();
        unit.entityManager()
                .createQuery(NEWEST_FIRST, PublishedProgram.class)
                .getResultList()
                .forEach(program -> documents.put(program.version(), program.document()));
        return documents;
    }

    @Override
    public void publish(UnitOfWork unit, int version, LocalDate validFrom, String document) {
        unit.entityManager().persist(new PublishedProgram(version, validFrom, document, clock.instant()));
    }
}
