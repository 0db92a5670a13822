package eu.kontor.program.domain;

import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramVersions.Owner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The published versions of one tenant's program. What was published stays as it is: postings name their version as their reason. */
public interface ProgramHistory {

    /** Whoever publishes does so after whoever began to before, until the transaction ends. */
    void oneAfterTheOther();

    /** Cancelled ones count: a number is never given twice. @return 0 before the first version */
    int newestVersion();

    /** Of those that were not cancelled. */
    Optional<PublishedVersion> newest();

    Optional<PublishedVersion> find(int version);

    /** The newest first. */
    List<PublishedVersion> all();

    void publish(int version, LocalDate validFrom, String document, Origin origin);

    /** A version that is not valid on any day. */
    void cancel(int version, String by, String byName, String why);

    /** What is not in it is decided by files. */
    Map<ProgramElement, Ownership> owners();

    void own(ProgramElement element, Ownership ownership);

    /** Elements that files do not decide. */
    default Set<ProgramElement> ownedByBrowser() {
        return owners().entrySet().stream()
                .filter(each -> each.getValue().owner() == Owner.BROWSER)
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    Instant now();

    /** @param document in canonical JSON */
    record PublishedVersion(
            int version,
            LocalDate validFrom,
            String document,
            Origin origin,
            Instant publishedAt,
            boolean isCancelled) {}

    /**
     * Whence a version came.
     *
     * @param draft empty for one from a file
     */
    record Origin(
            Owner source,
            Optional<Long> draft,
            Optional<String> publishedBy,
            Optional<String> publishedByName,
            Optional<String> approvedByName) {

        public static final Origin OF_A_FILE =
                new Origin(Owner.FILES, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Who decides an element, since when, and who said so. */
    record Ownership(Owner owner, String by, String byName, Instant since) {}
}
