package eu.kontor.program.persistence;

import eu.kontor.program.domain.ProgramHistory;
import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Program versions through Hibernate, in the schema of the transaction's tenant. They are written once, so that none has a version to compare. */
@Service
public class PublishedPrograms implements EntityClasses {

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

    /** The history in the schema of the transaction's tenant; not kept beyond the transaction. */
    public ProgramHistory in(UnitOfWork unit) {
        return new InSchema(unit.entityManager(), clock);
    }

    private record InSchema(EntityManager entities, Clock clock) implements ProgramHistory {

        @Override
        public int newestVersion() {
            return entities.createQuery(NEWEST, Integer.class).getSingleResult();
        }

        @Override
        public String document(int version) {
            return entities.find(PublishedProgram.class, version).document();
        }

        @Override
        public Map<Integer, String> documents() {
            Map<Integer, String> documents = new LinkedHashMap<>();
            entities.createQuery(NEWEST_FIRST, PublishedProgram.class)
                    .getResultList()
                    .forEach(program -> documents.put(program.version(), program.document()));
            return documents;
        }

        @Override
        public void publish(int version, LocalDate validFrom, String document) {
            entities.persist(new PublishedProgram(version, validFrom, document, clock.instant()));
        }
    }
}
