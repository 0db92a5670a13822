package eu.kontor.tenancy.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.TenantSlug;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the operator does with tenants. Every method needs {@link eu.kontor.kernel.Role#OPERATOR}. */
public interface TenantAdministration {

    /**
     * Validates the whole folder and applies what differs; new files provision new tenants.
     *
     * @param folder with {@code coalition.yaml} and {@code tenants/*.yaml}
     * @param progress hears one sentence per step
     * @return one line per file: what changed
     * @throws InvalidConfiguration when any file has a mistake; then nothing was applied
     */
    List<Applied> apply(Caller caller, Path folder, Consumer<String> progress);

    /** Checks only. An empty list means that {@link #apply} would go ahead. */
    List<FileMistake> check(Caller caller, Path folder);

    /**
     * What {@link #apply} would change, in words of the business. Nothing is applied.
     *
     * @param only of this tenant; empty for the coalition and all tenants
     * @throws InvalidConfiguration when any file has a mistake
     * @throws eu.kontor.kernel.Refusal {@code TENANT_UNKNOWN} when there is no file of it
     */
    Plan plan(Caller caller, Path folder, Optional<TenantSlug> only);

    /**
     * As {@link #apply(Caller, Path, Consumer)}, if it would still change what was shown.
     *
     * @param fingerprint of the plan of all files
     * @throws eu.kontor.kernel.Refusal {@code PLAN_OUTDATED} when files or state are others by now; nothing was applied
     */
    List<Applied> apply(Caller caller, Path folder, String fingerprint, Consumer<String> progress);

    void suspend(Caller caller, TenantSlug slug);

    void resume(Caller caller, TenantSlug slug);

    /**
     * Undoes the provisioning of a tenant: identity, schema, role. Refused while the ledger has transfers of it.
     *
     * @param confirmation the slug once more
     */
    void remove(Caller caller, TenantSlug slug, String confirmation);

    /**
     * @param change {@code created}, {@code changed} or {@code unchanged}
     * @param notes what of the file was not applied, because it is decided elsewhere
     */
    record Applied(String file, String change, long milliseconds, List<Phrase> notes) {

        public Applied {
            notes = List.copyOf(notes);
        }

        /** Applied as it stands. */
        public Applied(String file, String change, long milliseconds) {
            this(file, change, milliseconds, List.of());
        }
    }

    /**
     * What would change.
     *
     * @param fingerprint of what would act: another one when a file or what is in force is another
     * @param files in the order in which they would be applied
     */
    record Plan(String fingerprint, List<FileChange> files) {

        public boolean isEmpty() {
            return files.stream().allMatch(file -> file.sections().isEmpty());
        }
    }

    /**
     * @param change {@code created}, {@code changed} or {@code unchanged}
     * @param sections those that would act
     */
    record FileChange(String file, String change, List<SectionChange> sections) {}

    /**
     * @param section as it is named in the audit trail
     * @param title as people read it
     * @param differences empty where what is there would be applied once more, because a part of it failed or is gone
     */
    record SectionChange(String section, Difference.Words title, List<Difference> differences) {}

    /** @param line 1-based; 0 when the file as a whole is meant */
    record FileMistake(String file, int line, String expected) {}

    /** The configuration has mistakes; nothing was applied. */
    final class InvalidConfiguration extends RuntimeException {
        private final transient List<FileMistake> mistakes;

        public InvalidConfiguration(List<FileMistake> mistakes) {
            super(mistakes.size() + " mistakes in the configuration; nothing was applied");
            this.mistakes = List.copyOf(mistakes);
        }

        public List<FileMistake> mistakes() {
            return mistakes;
        }
    }
}
