package eu.kontor.tenancy.api;

import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.util.List;
import java.util.Locale;

/** Who works for a brand and for the coalition, as the files in force say it, to be written to. */
public interface Staff {

    /** The brand's people with a role, in the order of its file. */
    List<Colleague> of(TenantId tenant, Role role);

    /** The coalition's own people. */
    List<Colleague> operators();

    /**
     * @param name as people are called: given name, then family name
     * @param language in which they read
     */
    record Colleague(String name, String email, Locale language) {}
}
