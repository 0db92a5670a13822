package eu.kontor.integration.mail;

import eu.kontor.integration.api.MemberNotices;
import eu.kontor.integration.api.MemberNotices.Sent;
import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.Windows;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells members once a day of the coalition what will lapse. As long as feeds of an older month may still bring visits nobody
 * is told: it might not be true.
 */
@ApplicationScoped
public class NoticeRounds {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRounds.class);
    private static final Caller BY_THE_CLOCK = Caller.system("expiry notices");

    /** A new day is seen soon enough; an idle round compares two dates. */
    private static final long ROUND_SECONDS = 300;

    private final MemberNotices notices;
    private final Windows windows;
    private final Tenants tenants;
    private final Clock clock;
    private LocalDate toldOn;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> rounds;

    @Inject
    public NoticeRounds(MemberNotices notices, Windows windows, Tenants tenants, Clock clock) {
        this.notices = notices;
        this.windows = windows;
        this.tenants = tenants;
        this.clock = clock;
    }

    protected NoticeRounds() {
        this(null, null, null, null);
    }

    void begin(@Observes MigrationsDone event) {
        rounds = executor.scheduleWithFixedDelay(this::roundThatGoesOn, ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    private void roundThatGoesOn() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warn("Members could not be told what will lapse; tried again in {} seconds", ROUND_SECONDS, e);
        }
    }

    void round() {
        if (!tenants.isConfigured()) {
            return;
        }
        LocalDate today = clock.instant().atZone(tenants.coalition().zone()).toLocalDate();
        if (today.equals(toldOn) || !windows.areClosedBefore(YearMonth.from(today))) {
            return;
        }
        Sent sent = notices.send(BY_THE_CLOCK);
        toldOn = today;
        if (!sent.isPossible()) {
            LOG.warn("No way for mail is set (kontor.mail.dir): nobody is told, and nothing unannounced lapses");
        } else if (sent.notices() > 0) {
            LOG.info("{} members were told what will lapse, {} notices", sent.members(), sent.notices());
        }
    }
}
