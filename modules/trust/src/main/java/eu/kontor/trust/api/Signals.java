package eu.kontor.trust.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.Map;

/**
 * Where whoever meets something that looks like fraud says so. Raising is cheap and never fails the one who raises: the same kind about the same
 * person or member is one row that counts, until somebody closes it.
 */
public interface Signals {

    /**
     * Raises it a moment later in a transaction of its own, whatever becomes of the one that is under way on this thread: a refusal that rolls
     * back is raised, too. What was raised in the last seconds of a server that dies is lost; the log has it.
     */
    void raise(Signal signal);

    default void raise(SignalKind kind, TenantId tenant, Signal.About about, Map<String, String> facts) {
        raise(Signal.of(kind, tenant, about, facts));
    }

    /** Raises it in the transaction of {@code unit}, under whatever role: stands or falls with what it tells of. */
    void raise(UnitOfWork unit, Signal signal);
}
