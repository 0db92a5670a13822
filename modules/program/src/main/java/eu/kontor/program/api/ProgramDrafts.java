package eu.kontor.program.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantSlug;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a brand's program is changed in the browser and over the API: drafted, planned, approved by a second person, published from a day on.
 *
 * <p>For admins of the brand. The operator reads, comments, approves and asks for changes: in a brand with one admin nobody else could.
 * Another brand's is unknown ({@code TENANT_UNKNOWN}). Every step is in the audit trail.
 */
public interface ProgramDrafts {

    /** Of a draft's or version's name and of what is said with a step. */
    int LONGEST_NAME = 60;

    int LONGEST_REMARK = 500;

    /** More drafts than that are not open at once: somebody forgot to withdraw. */
    int MOST_OPEN = 50;

    /** A draft as somebody saw it. @param revision what was seen; another one is refused with {@code PROGRAM_DRAFT_CHANGED} */
    record Seen(long draft, int revision) {}

    /** Open ones first, then the newest; at most {@link #MOST_OPEN} of each. */
    List<ProgramDraft> list(Caller caller, TenantSlug brand);

    /** @throws eu.kontor.kernel.Refusal {@code PROGRAM_DRAFT_UNKNOWN} */
    ProgramDraft get(Caller caller, TenantSlug brand, long draft);

    /**
     * As it stands, for who may change it.
     *
     * @throws eu.kontor.kernel.Refusal {@code PROGRAM_DRAFT_UNKNOWN}
     */
    ProgramDraft toChange(Caller caller, TenantSlug brand, long draft);

    /** The oldest first. */
    List<ProgramDraft.Step> steps(Caller caller, TenantSlug brand, long draft);

    ProgramPlan plan(Caller caller, TenantSlug brand, long draft);

    /**
     * @param from the version whose text it begins with: an older one is how one goes back; empty for the newest
     * @throws eu.kontor.kernel.Refusal {@code PROGRAM_VERSION_UNKNOWN}, {@code PROGRAM_DRAFTS_TOO_MANY}
     */
    ProgramDraft begin(Caller caller, TenantSlug brand, Optional<Integer> from, String name);

    /**
     * Keeps what is written. The same as before changes nothing, and leaves an approval.
     *
     * @throws eu.kontor.kernel.Refusal {@code PROGRAM_DRAFT_CHANGED}, {@code PROGRAM_DRAFT_ENDED}, {@code FIELD_MALFORMED}
     */
    ProgramDraft save(Caller caller, TenantSlug brand, Seen seen, Program program);

    /**
     * Brings into a stale draft what was published meanwhile.
     *
     * @throws eu.kontor.kernel.Refusal {@code PROGRAM_MERGE_CONFLICT} with the elements that both changed
     */
    ProgramDraft merge(Caller caller, TenantSlug brand, Seen seen);

    /** @throws eu.kontor.kernel.Refusal {@code PROGRAM_DRAFT_STALE}, {@code PROGRAM_DRAFT_UNCHANGED}, {@code PROGRAM_ELEMENT_OF_FILES} */
    ProgramDraft submit(Caller caller, TenantSlug brand, Seen seen, String remark);

    /** @throws eu.kontor.kernel.Refusal {@code PROGRAM_DRAFT_OWN}, {@code PROGRAM_DRAFT_NOT_SUBMITTED}, {@code PROGRAM_DRAFT_STALE} */
    ProgramDraft approve(Caller caller, TenantSlug brand, Seen seen, String remark);

    /** @param remark what is to be changed */
    ProgramDraft requestChanges(Caller caller, TenantSlug brand, Seen seen, String remark);

    ProgramDraft withdraw(Caller caller, TenantSlug brand, Seen seen, String remark);

    ProgramDraft comment(Caller caller, TenantSlug brand, long draft, String remark);

    /**
     * @param firstDay empty for the one that the draft wishes
     * @throws eu.kontor.kernel.Refusal {@code PROGRAM_DRAFT_NOT_APPROVED}, {@code PROGRAM_DRAFT_STALE},
     *     {@code PROGRAM_FIRST_DAY_TOO_EARLY}, {@code PROGRAM_ELEMENT_OF_FILES}
     */
    ProgramDraft publish(Caller caller, TenantSlug brand, Seen seen, Optional<LocalDate> firstDay);
}
