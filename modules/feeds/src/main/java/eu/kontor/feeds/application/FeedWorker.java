package eu.kontor.feeds.application;

import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.feeds.persistence.FeedConfigurations;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFile.FileRefusal;
import eu.kontor.feeds.persistence.FeedFiles;
import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.feeds.persistence.ReadyFile;
import eu.kontor.feeds.persistence.RejectFile;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off a tenant's files, one after another, oldest first. While one batch is posted, the next is read, evaluated and its
 * members found. Whatever stops it, a fault,
 * a person or the end of the process, the file's row says where to go on.
 */
@Service
public class FeedWorker {

    /** After a fault, such as a database that is away: long enough not to hammer, short enough that nobody calls. */
    private static final int BACK_OFF_SECONDS = 10;

    /** A fault that stays is looked at less and less often. */
    private static final int LONGEST_BACK_OFF_SECONDS = 60;

    /**
     * Without a line that was posted in between; over five minutes with the pauses. What stops a file for longer is in the file, and
     * those behind it wait.
     */
    static final int MAX_TRIES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FeedWorker.class);

    private final FeedSettings settings;
    private final Tenants tenants;
    private final Transactions transactions;
    private final PostingDoors doors;
    private final Clock clock;
    private final FeedFiles files = new FeedFiles();
    private final FeedConfigurations configurations = new FeedConfigurations();

    @Inject
    public FeedWorker(
            FeedSettings settings, Tenants tenants, Transactions transactions, PostingDoors doors, Clock clock) {
        this.settings = settings;
        this.tenants = tenants;
        this.transactions = transactions;
        this.doors = doors;
        this.clock = clock;
    }

    /** Tenants with files that this node may work on now. */
    public List<TenantId> tenantsWithWork() {
        return transactions.asOperator(unit -> files.tenantsWithWork(unit, settings.node()));
    }

    /**
     * Works until the tenant has no file left that this node may work on, or until it is told to stop.
     *
     * @param threads where the next batch is read and two are posted meanwhile
     */
    public void workOff(TenantId tenantId, Executor threads, BooleanSupplier stopping) {
        Tenant tenant = tenants.active(tenantId);
        Optional<FeedFile> feed = claim(tenant);
        while (feed.isPresent() && !stopping.getAsBoolean()) {
            if (!work(tenant, feed.get(), threads, stopping)) {
                return;
            }
            feed = claim(tenant);
        }
    }

    /** Tidies away what a crash left half tidied. */
    public void tidy(Tenant tenant, List<FeedFile> ended) throws IOException {
        for (FeedFile feed : ended) {
            new FeedEnding(folders(tenant)).tidy(tenant, feed);
        }
    }

    private Optional<FeedFile> claim(Tenant tenant) {
        return transactions.asTenant(
                tenant.id(), unit -> files.claim(unit, tenant.id(), settings.node(), BatchPoster.LEASE_SECONDS));
    }

    private boolean work(Tenant tenant, FeedFile feed, Executor threads, BooleanSupplier stopping) {
        try {
            if (feed.tries() > MAX_TRIES) {
                end(tenant, feed, State.FAILED, Optional.of(FeedReceipts.keep(notFinished(feed))));
            } else {
                run(tenant, feed, threads, stopping);
            }
            return true;
        } catch (BatchPoster.TakenOver e) {
            LOG.info("Feed {} of {}: another node goes on with it", feed.id(), tenant.slug());
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "Feed {} of {} ({}) was interrupted and goes on in {} seconds",
                    feed.id(),
                    tenant.slug(),
                    feed.fileName(),
                    pause(feed),
                    e);
            backOff(tenant, feed, e);
        }
        return false;
    }

    private void run(Tenant tenant, FeedFile claimed, Executor threads, BooleanSupplier stopping) throws IOException {
        FeedFolders folders = folders(tenant);
        ReadyFile ready = new ReadyFile(folders, claimed.storedName(), claimed.fileName());
        List<FeedMapping> mappings =
                transactions.asTenant(tenant.id(), unit -> FeedMappings.read(configurations.get(unit, tenant.id())));
        ReadyFile.Opened opened;
        boolean isBegun = claimed.linesTotal().isPresent();
        try {
            opened = isBegun ? ready.reopen(mappings) : inspect(claimed, ready, mappings);
        } catch (Refusal refusal) {
            // Of a file that was begun, the mapping was changed meanwhile.
            State state = isBegun ? State.FAILED : State.REFUSED;
            end(tenant, claimed, state, Optional.of(FeedReceipts.keep(refusal)));
            return;
        }
        RejectFile rejects =
                new RejectFile(folders.rejects(claimed.id(), claimed.fileName()), opened.finding(), tenant.language());
        BatchPoster.Terms how = new BatchPoster.Terms(opened.finding().mapping(), clock);
        BatchPoster poster = new BatchPoster(doors, claimed, rejects, settings.node(), how);
        try (BatchReader batches =
                new BatchReader(opened.file(), opened.finding(), claimed.position(), claimed.longTicket())) {
            if (new PostingLanes(batches, poster, threads).postAll(stopping)) {
                end(tenant, claimed, State.DONE, Optional.empty());
            }
        }
    }

    private ReadyFile.Opened inspect(FeedFile feed, ReadyFile ready, List<FeedMapping> mappings) throws IOException {
        long startedNanos = System.nanoTime();
        ReadyFile.Opened opened = ready.inspect(mappings);
        long workedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
        transactions.asTenant(feed.tenant(), unit -> {
            files.counted(unit, feed, opened.finding(), workedMillis);
            return null;
        });
        return opened;
    }

    private static Refusal notFinished(FeedFile feed) {
        String fault = feed.fault().orElse("-");
        return new Refusal(
                RefusalCode.FEED_NOT_FINISHED,
                "line",
                feed.position().linesBefore() + 1,
                "tries",
                MAX_TRIES,
                "fault",
                fault,
                "import",
                feed.id());
    }

    private void end(Tenant tenant, FeedFile feed, State state, Optional<FileRefusal> refusal) throws IOException {
        Optional<FeedFile> ended = transactions.asTenant(feed.tenant(), unit -> {
            boolean isOurs = files.finish(unit, feed, state, refusal, settings.node(), clock.instant());
            return isOurs ? files.find(unit, feed.tenant(), feed.id()) : Optional.empty();
        });
        if (ended.isPresent()) {
            new FeedEnding(folders(tenant)).tidy(tenant, ended.get());
        }
    }

    /** A refusal is for people to read; anything else is in the log, under the number of the import. */
    private static String named(Tenant tenant, Exception fault) {
        return fault instanceof Refusal refusal
                ? refusal.sentence(tenant.language())
                : RefusalCode.INTERNAL_FAULT.slug();
    }

    private static int pause(FeedFile feed) {
        return Math.min(LONGEST_BACK_OFF_SECONDS, BACK_OFF_SECONDS * Math.max(1, feed.tries()));
    }

    private void backOff(Tenant tenant, FeedFile feed, Exception fault) {
        try {
            transactions.asTenant(feed.tenant(), unit -> {
                files.backOff(unit, feed, settings.node(), pause(feed), named(tenant, fault));
                return null;
            });
        } catch (RuntimeException e) {
            LOG.info("Feed {} keeps its lease until it ends: {}", feed.id(), e.getMessage());
        }
    }

    private FeedFolders folders(Tenant tenant) throws IOException {
        return new FeedFolders(settings.directory(), tenant.slug()).create();
    }
}
