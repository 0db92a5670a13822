package eu.kontor.program.domain;

import eu.kontor.program.api.Program;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which version applies on a business date: the newest published one whose first day is reached. A correction with the
 * same first day therefore replaces its predecessor for purchases that arrive after it, and for those only.
 */
public final class ValidityPolicy {

    /** @param newestFirst all published versions, the highest number first */
    public Optional<Program> validOn(List<Program> newestFirst, LocalDate businessDate) {
        return newestFirst.stream()
                .filter(program -> !program.validFrom().isAfter(businessDate))
                .findFirst();
    }
}
