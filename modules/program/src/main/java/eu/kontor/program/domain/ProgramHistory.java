package eu.kontor.program.domain;

import eu.kontor.tenancy.api.UnitOfWork;
import java.time.LocalDate;
import java.util.Map;

/** The published versions in the schema of the transaction's tenant. What was published stays as it is. */
public interface ProgramHistory {

    /** @return 0 before the first version */
    int newestVersion(UnitOfWork unit);

    String document(UnitOfWork unit, int version);

    /** All versions and their documents, the newest first. */
    Map<Integer, String> documents(UnitOfWork unit);

    void publish(UnitOfWork unit, int version, LocalDate validFrom, String document);
}
