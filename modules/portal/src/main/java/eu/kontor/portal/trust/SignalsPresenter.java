package eu.kontor.portal.trust;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Actors;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.SignalDesk;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalDesk.Wanted;
import eu.kontor.trust.api.SignalState;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** What looks like fraud, for whoever has to look at it. */
@Service
public class SignalsPresenter {

    private final SignalDesk desk;
    private final Tenants tenants;
    private final Actors actors;

    @Inject
    public SignalsPresenter(SignalDesk desk, Tenants tenants, Actors actors) {
        this.desk = desk;
        this.tenants = tenants;
        this.actors = actors;
    }

    Page<SignalRow> page(Caller caller, Wanted wanted, Optional<String> cursor, int limit) {
        return desk.list(caller, wanted, cursor, limit);
    }

    SignalRow get(Caller caller, long signal) {
        return desk.get(caller, signal);
    }

    SignalRow change(Caller caller, SignalRow read, SignalState state, String note) {
        return desk.change(caller, read.id(), read.version(), state, note);
    }

    Map<SignalState, Long> counts(Caller caller) {
        return desk.counts(caller);
    }

    /** How many nobody has looked at; none for whoever may not look. */
    public long unseen(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.ADMIN) ? counts(caller).getOrDefault(SignalState.NEW, 0L) : 0;
    }

    /** A person by name, where it is known and not erased. */
    Optional<String> personOf(Caller caller, SignalRow signal) {
        return signal.about().kind() == Signal.About.Kind.PERSON
                ? actors.nameOf(caller, signal.about().id())
                : Optional.empty();
    }

    /** Signals outlive their brand. */
    Optional<String> brand(TenantId tenant) {
        return tenants.all().stream()
                .filter(known -> known.id().equals(tenant))
                .map(Tenant::name)
                .findFirst();
    }
}
