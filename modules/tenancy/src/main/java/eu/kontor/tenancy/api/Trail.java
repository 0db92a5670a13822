package eu.kontor.tenancy.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audit trail as it is read: all of it by the operator, a brand's own by its admins.
 *
 * <p>All of them refuse others with {@code NOT_PERMITTED}.
 */
public interface Trail {

    /** Rows of one file: more than anybody reads, and less than a gigabyte. */
    int MOST_EXPORTED = 1_000_000;

    /** Newest first. @throws eu.kontor.kernel.Refusal {@code CURSOR_INVALID} */
    Page<Entry> entries(Caller caller, Wanted wanted, Optional<String> cursor, int limit);

    /** The same as RFC 4180 in UTF-8, newest first; who exported it is in the trail. The output is flushed and stays open. */
    void writeCsv(Caller caller, Wanted wanted, OutputStream out) throws IOException;

    /** The kinds of acts that occur, by their slugs. */
    List<String> actions(Caller caller);

    /**
     * What of it somebody wants to see; what is empty does not matter.
     *
     * @param person a subject, or a part of a name
     * @param action the slug of a kind
     * @param until not included
     * @param text a part of what was changed, of what is told about it, or of from where
     * @param tenant the operator's choice; a brand sees its own anyway
     */
    record Wanted(
            Optional<String> person,
            Optional<String> action,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> text,
            Optional<TenantId> tenant) {

        public static final Wanted EVERYTHING = new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * @param tenant for whom it was done; empty for the coalition
     * @param actor the identity provider's stable id
     * @param action a slug, such as {@code close-window}
     * @param subject what was changed
     * @param details what is told about it: {@code from} and {@code to} where something was changed, a reason where one was asked for
     * @param client the program that was used; empty in what was written before that was kept
     */
    record Entry(
            long id,
            Instant at,
            Optional<TenantId> tenant,
            String actor,
            String actorName,
            String action,
            String subject,
            Map<String, String> details,
            Optional<String> client,
            Optional<String> address) {}
}
