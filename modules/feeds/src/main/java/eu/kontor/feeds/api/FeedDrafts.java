package eu.kontor.feeds.api;

import eu.kontor.kernel.Caller;
import java.time.Instant;
import java.util.List;

/**
 * Mappings that somebody made in the browser, kept until they stand in the tenant's configuration: that alone decides how files are read.
 * Needs ADMIN or FINANCE.
 */
public interface FeedDrafts {

    /** More are a sign that nobody carries them over. */
    int MOST_DRAFTS = 20;

    /** Newest first. */
    List<Draft> list(Caller caller);

    /**
     * Keeps it; another one of the same name is replaced.
     *
     * @param mapping as JSON, as it would be an element of the configuration's {@code feeds}
     * @throws eu.kontor.kernel.Refusal {@code CONFIGURATION_INVALID}; {@code FEED_DRAFTS_TOO_MANY}
     */
    Draft save(Caller caller, String mapping);

    /** Does nothing when there is none of this name. */
    void discard(Caller caller, String name);

    /** @param yaml the element of the configuration's {@code feeds} that it will be */
    record Draft(String name, String yaml, String savedBy, Instant savedAt) {}
}
