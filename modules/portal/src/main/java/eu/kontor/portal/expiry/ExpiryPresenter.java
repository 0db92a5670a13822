package eu.kontor.portal.expiry;

import eu.kontor.expiry.api.Expiry;
import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.expiry.api.Expiry.Progress;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.TenantId;
import eu.kontor.notification.api.ExpiringPoints;
import eu.kontor.notification.api.ExpiringPoints.ExpiringRow;
import eu.kontor.notification.api.ExpiringPoints.ExpiringSum;
import eu.kontor.notification.api.MemberNotices;
import eu.kontor.notification.api.MemberNotices.Audience;
import eu.kontor.notification.api.MemberNotices.Sent;
import eu.kontor.notification.api.MemberNotices.Told;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** What the operator sees and does about points that expire; days are the coalition's. */
@Service
public class ExpiryPresenter {

    private final ExpiringPoints expiring;
    private final MemberNotices notices;
    private final Expiry expiry;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public ExpiryPresenter(
            ExpiringPoints expiring, MemberNotices notices, Expiry expiry, Tenants tenants, Clock clock) {
        this.expiring = expiring;
        this.notices = notices;
        this.expiry = expiry;
        this.tenants = tenants;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(tenants.coalition().zone()).toLocalDate();
    }

    /** The first of next month. */
    LocalDate usualDay() {
        return today().plusMonths(1).withDayOfMonth(1);
    }

    int noticeDays() {
        return tenants.coalition().expiry().noticeDays();
    }

    String tenantName(TenantId tenant) {
        return tenants.get(tenant).name();
    }

    ExpiringSum sum(Caller caller, LocalDate asOf) {
        return expiring.sum(caller, asOf);
    }

    Page<ExpiringRow> page(Caller caller, LocalDate asOf, Optional<String> cursor, int limit) {
        return expiring.page(caller, asOf, cursor, limit);
    }

    void writeCsv(Caller caller, LocalDate asOf, OutputStream out) throws IOException {
        expiring.writeCsv(caller, asOf, out);
    }

    Sent send(Caller caller) {
        return notices.send(caller);
    }

    /** Who must be told by today and has no address. */
    void writeUnreachable(Caller caller, OutputStream out) throws IOException {
        notices.writeDue(caller, today(), Audience.WITHOUT_ADDRESS, out);
    }

    Told told(Caller caller, LocalDate day, InputStream file) throws IOException {
        return notices.told(caller, day, file);
    }

    Optional<Progress> progress(Caller caller) {
        return expiry.progress(caller);
    }

    static String howFarItCame(Progress run, Wording wording) {
        return Texts.of(
                "expiry.run." + run.state(),
                wording.language(),
                wording.formats().day(run.asOf()),
                wording.formats().count(run.members()),
                wording.points(run.points()),
                wording.formats().momentNear(run.moved(), wording.clock().instant(), wording.zone()),
                wording.formats().count(run.members() + run.left()));
    }

    Expired run(Caller caller) {
        return expiry.run(caller, today());
    }

    void stop(Caller caller) {
        expiry.stop(caller);
    }
}
