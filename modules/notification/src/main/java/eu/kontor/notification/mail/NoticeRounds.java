package eu.kontor.notification.mail;

import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.Windows;
import eu.kontor.notification.api.MemberNotices;
import eu.kontor.notification.api.MemberNotices.Sent;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells members once a day of the coalition what will expire. As long as feeds of an older month may still bring visits nobody
 * is told: it might not be true.
 */
@Service
public class NoticeRounds {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRounds.class);
    private static final Caller BY_THE_CLOCK = Caller.system("expiry notices");

    /** A new day is seen soon enough; an idle round compares two dates. */
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final MemberNotices notices;
    private final Windows windows;
    private final Tenants tenants;
    private final Clock clock;
    private LocalDate toldOn;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public NoticeRounds(MemberNotices notices, Windows windows, Tenants tenants, Clock clock) {
        this.notices = notices;
        this.windows = windows;
        this.tenants = tenants;
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Telling members what will expire", PAUSE, PAUSE, this::round);
    }

    void round() {
        if (!tenants.isConfigured()) {
            return;
        }
        LocalDate today = tenants.coalition().dayOf(clock.instant());
        if (today.equals(toldOn) || !windows.areClosedBefore(YearMonth.from(today))) {
            return;
        }
        Sent sent = notices.send(BY_THE_CLOCK);
        toldOn = today;
        if (!sent.isPossible()) {
            LOG.warn("No way for mail is set (kontor.mail.dir): nobody is told, and nothing unannounced expires");
        } else if (sent.notices() > 0) {
            LOG.info("{} members were told what will expire, {} notices", sent.members(), sent.notices());
        }
    }
}
