package eu.kontor.tenancy.api;

import eu.kontor.kernel.Caller;
import java.util.Map;

/** The append-only trail of changes by people ({@code coalition.audit_entry}). */
public interface Audit {

    /**
     * Writes one entry in the transaction of {@code unit}, so that change and entry stand or fall together.
     *
     * @param action a verb and a noun, such as {@code close-window}
     * @param subject what was changed, such as a window or a member
     */
    void record(UnitOfWork unit, Caller caller, String action, String subject, Map<String, String> details);
}
