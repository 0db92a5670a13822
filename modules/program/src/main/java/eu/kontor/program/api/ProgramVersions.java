package eu.kontor.program.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantSlug;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was published of a brand's program, and who decides which part of it. For admins of the brand; the operator reads. */
public interface ProgramVersions {

    /** Newest first. */
    List<Version> list(Caller caller, TenantSlug brand);

    /** @throws eu.kontor.kernel.Refusal {@code PROGRAM_VERSION_UNKNOWN} */
    Version get(Caller caller, TenantSlug brand, int version);

    /** What the later says otherwise than the earlier, in the caller's language; any two can be compared, in either order. */
    List<ProgramPlan.Change> compare(Caller caller, TenantSlug brand, int from, int to);

    /**
     * A version whose first day has not come is never valid. It keeps its number.
     *
     * @throws eu.kontor.kernel.Refusal {@code PROGRAM_VERSION_NOT_PLANNED}
     */
    void cancel(Caller caller, TenantSlug brand, int version, String remark);

    /** Of the newest version that was not cancelled, in the order in which a program is read. */
    List<Element> elements(Caller caller, TenantSlug brand);

    /**
     * From now on the element is decided in the browser, or by files again; what it says stays.
     *
     * @throws eu.kontor.kernel.Refusal {@code PROGRAM_ELEMENT_UNKNOWN}
     */
    void own(Caller caller, TenantSlug brand, ProgramElement element, Owner owner);

    /** The section {@code program} of the brand's file that says the same, as YAML or JSON. */
    String export(Caller caller, TenantSlug brand, int version, boolean asYaml);

    /** Which day it is for the brand. */
    LocalDate today(Caller caller, TenantSlug brand);

    /** Where an element is decided. */
    enum Owner {
        FILES,
        BROWSER;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is with a version today. */
    enum State {
        /** Its first day has not come. */
        PLANNED,
        IN_FORCE,
        /** It still holds for purchases of its days. */
        PAST,
        CANCELLED;

        /** Lower case with hyphens. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param source where it came from
     * @param publishedBy empty for what came by a file
     * @param approvedBy who approved the draft
     */
    record Version(
            Program program,
            State state,
            Owner source,
            Instant publishedAt,
            Optional<String> publishedBy,
            Optional<String> approvedBy) {

        public int number() {
            return program.version();
        }
    }

    /**
     * @param changedIn the version that last changed it
     * @param since when and by whom it was taken or given back; empty for what was never moved
     */
    record Element(
            ProgramElement element, String name, Owner owner, int changedIn, Optional<ProgramDraft.Person> since) {}
}
