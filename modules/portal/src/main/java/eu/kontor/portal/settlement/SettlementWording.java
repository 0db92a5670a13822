package eu.kontor.portal.settlement;

import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;

/** Words and figures of settlement: its days are told in the coalition's time zone, for partners too. */
@Service
public class SettlementWording {

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public SettlementWording(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In which the caller tells a moment: its brand's, else the coalition's. */
    public ZoneId zoneOf(Caller caller) {
        return caller.tenant().map(own -> tenants.get(own).zone()).orElseGet(() -> tenants.coalition()
                .zone());
    }

    public Wording of(Caller caller) {
        Coalition coalition = tenants.coalition();
        return new Wording(
                Formats.in(caller.language()),
                coalition.pointsName(caller.language()),
                caller.language(),
                coalition.zone(),
                clock);
    }
}
