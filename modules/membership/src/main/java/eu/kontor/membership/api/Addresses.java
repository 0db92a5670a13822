package eu.kontor.membership.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where members can be written to. */
public interface Addresses {

    /**
     * Those of them whom mail can reach: active, with an e-mail address, and the guest of a brand in whose name the mail goes.
     * Reads under the role of {@code unit}: under a tenant's, only its own guests.
     */
    Map<MemberId, Address> of(UnitOfWork unit, Collection<MemberId> members);

    /** @param brands where the member is enrolled, as far as the role may see; in the order of enrolment, at least one */
    record Address(String name, String email, Locale language, List<TenantId> brands) {}
}
