package eu.kontor.portalkit.shell;

import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;

/** Makes the words and figures for a caller: in its language, with the points' name there, in a zone. */
@Service
public class Wordings {

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public Wordings(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Days are told where the caller is. */
    public Wording of(Caller caller) {
        return in(zoneOf(caller), caller);
    }

    /** Days are told in the coalition's zone, for its brands too: those of settlement and expiry are the same for all. */
    public Wording ofCoalition(Caller caller) {
        return in(tenants.coalition().zone(), caller);
    }

    /** In which the caller tells a moment: its tenant's, else the coalition's. */
    public ZoneId zoneOf(Caller caller) {
        return caller.tenant().map(own -> tenants.get(own).zone()).orElseGet(() -> tenants.coalition()
                .zone());
    }

    private Wording in(ZoneId zone, Caller caller) {
        return new Wording(
                Formats.in(caller.language()),
                tenants.coalition().pointsName(caller.language()),
                caller.language(),
                zone,
                clock);
    }
}
