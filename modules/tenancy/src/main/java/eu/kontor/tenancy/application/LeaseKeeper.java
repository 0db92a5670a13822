package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.BackgroundThreads;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.LeaseRecords;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This server's rounds and leases. A thread per piece of work; one more renews all leases that the server has with one statement, three
 * times in their span. What is not renewed in time, by this server's own clock counted from before it asked, is lost: a round under
 * way is interrupted.
 */
@Service
public class LeaseKeeper implements LeasedRounds {

    /** Another server takes over soon; a database that is away for some seconds takes no lease from anyone. */
    private static final int SPAN_SECONDS = 15;

    private static final String SETTING = "kontor.lease.seconds";

    /** In a span: two may fail. */
    private static final int RENEWALS = 3;

    /** For rounds under way when the server ends. */
    private static final Duration LEAVE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Transactions transactions;
    private final LeaseRecords records;
    private final Supplier<ThreadFactory> threads;
    private final Duration span;
    private final String holder = UUID.randomUUID().toString();
    private final List<RepeatedWork> works = new CopyOnWriteArrayList<>();
    private boolean isRenewing;
    private volatile boolean isStopping;
    private volatile boolean isAway;

    /** @param spanSeconds {@value #SPAN_SECONDS} unless set otherwise */
    @Inject
    public LeaseKeeper(
            Transactions transactions,
            LeaseRecords records,
            BackgroundThreads threads,
            @ConfigProperty(name = SETTING, defaultValue = "" + SPAN_SECONDS) int spanSeconds) {
        this(transactions, records, threads::factory, Duration.ofSeconds(spanSeconds));
    }

    private LeaseKeeper(
            Transactions transactions, LeaseRecords records, Supplier<ThreadFactory> threads, Duration span) {
        this.transactions = transactions;
        this.records = records;
        this.threads = threads;
        this.span = span;
    }

    /** Outside a container. */
    public static LeaseKeeper of(Transactions transactions, ThreadFactory threads, Duration span) {
        return new LeaseKeeper(transactions, new LeaseRecords(), () -> threads, span);
    }

    @Override
    public void begin(Work work) {
        run(new RepeatedWork(work, this::take, between()));
        renew();
    }

    @Override
    public void beginEverywhere(Work work) {
        run(new RepeatedWork(work, always -> true, between()));
    }

    private void run(RepeatedWork work) {
        if (!isStopping) {
            works.add(work);
            work.start(threads.get());
        }
    }

    private synchronized void renew() {
        if (!isRenewing && !isStopping) {
            isRenewing = true;
            Work renewal = new Work("The renewal of leases", between(), between(), this::renewAll, () -> {});
            run(new RepeatedWork(renewal, always -> true, between()));
        }
    }

    private Duration between() {
        return span.dividedBy(RENEWALS);
    }

    private boolean take(RepeatedWork work) {
        if (work.isHeld()) {
            return true;
        }
        long asked = System.nanoTime();
        try {
            boolean taken = transactions.asOperator(unit -> records.take(unit, work.name(), holder, span));
            if (taken) {
                work.heldUntil(asked + span.toNanos());
                LOG.info("{}: done here from now on", work.name());
            }
            back();
            return taken;
        } catch (RuntimeException e) {
            away(e);
            return false;
        }
    }

    private Duration renewAll() {
        Set<String> held = names(RepeatedWork::isHeld);
        long asked = System.nanoTime();
        if (!held.isEmpty()) {
            try {
                Set<String> renewed = transactions.asOperator(unit -> records.renew(unit, held, holder, span));
                works.stream()
                        .filter(work -> held.contains(work.name()))
                        .forEach(
                                work -> work.heldUntil(renewed.contains(work.name()) ? asked + span.toNanos() : asked));
                back();
            } catch (RuntimeException e) {
                away(e);
            }
        }
        works.forEach(RepeatedWork::interruptIfLost);
        return between();
    }

    private void away(RuntimeException e) {
        if (!isAway && !isStopping) {
            isAway = true;
            LOG.warn(
                    "No lease can be taken or renewed now; trying again every {} ms",
                    between().toMillis(),
                    e);
        }
    }

    private void back() {
        if (isAway) {
            isAway = false;
            LOG.info("Leases are taken and renewed again");
        }
    }

    private Set<String> names(Predicate<RepeatedWork> which) {
        return works.stream().filter(which).map(RepeatedWork::name).collect(Collectors.toSet());
    }

    /** Rounds under way end by themselves, or their leases run out. */
    @PreDestroy
    public void stop() {
        isStopping = true;
        works.forEach(RepeatedWork::stop);
        long end = System.nanoTime() + LEAVE.toNanos();
        works.forEach(work -> work.join(Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
        Set<String> done = names(work -> work.isHeld() && work.hasEnded());
        try {
            if (!done.isEmpty()) {
                transactions.asOperator(unit -> records.giveBack(unit, done, holder));
            }
        } catch (RuntimeException e) {
            LOG.info("Leases could not be given back; they run out within {} seconds", span.toSeconds());
        }
    }
}
