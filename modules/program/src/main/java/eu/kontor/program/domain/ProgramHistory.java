package eu.kontor.program.domain;

import java.time.LocalDate;
import java.util.Map;

/** The published versions of one tenant's program. What was published stays as it is: postings name their version as their reason. */
public interface ProgramHistory {

    /** @return 0 before the first version */
    int newestVersion();

    String document(int version);

    /** All versions and their documents, the newest first. */
    Map<Integer, String> documents();

    void publish(int version, LocalDate validFrom, String document);
}
