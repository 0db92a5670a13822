package eu.kontor.tenancy.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.TenantSlug;
import java.nio.file.Path;
import java.util.List;
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
