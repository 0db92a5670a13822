package eu.kontor.feeds.application;

import eu.kontor.feeds.domain.FeedName;
import eu.kontor.feeds.domain.UploadQuota;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFiles;
import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a file in: first it is stored, then registered. A crash in between leaves a stored file without a row, which
 * {@link #recover} registers at the next start; a crash before the source was deleted leaves a file that is found again and
 * recognised by its source's key.
 */
@Service
public class FeedIntake {

    /** Five million lines of a few hundred bytes. */
    public static final long MAX_BYTES = 2L * 1024 * 1024 * 1024;

    /** In which a tenant's bytes are counted. */
    private static final Duration DAY = Duration.ofDays(1);

    /** Between the random part of a stored name and the sender's name. */
    private static final int RANDOM_LENGTH = 36;

    private final FeedSettings settings;
    private final Transactions transactions;
    private final Audit audit;
    private final FileBringers bringers;
    private final Clock clock;
    private final FeedFiles files = new FeedFiles();

    @Inject
    public FeedIntake(
            FeedSettings settings, Transactions transactions, Audit audit, FileBringers bringers, Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.bringers = bringers;
        this.clock = clock;
    }

    /**
     * A file that was found in the tenant's inbox or on its server.
     *
     * @param sourceKey the same for the same file as long as nobody touches it
     * @return empty when it was taken before and is under way
     */
    public Optional<FeedFile> found(Tenant tenant, String fileName, String sourceKey, InputStream content)
            throws IOException {
        return take(tenant, FeedName.nearest(fileName), sourceKey, content, Optional.empty(), MAX_BYTES);
    }

    /**
     * A file that a person or a machine handed in.
     *
     * @throws Refusal {@code FEED_TOO_MANY_WAITING}, {@code FEED_QUOTA_USED}, {@code FEED_TOO_LARGE}
     */
    public FeedFile received(Tenant tenant, FeedName name, Caller caller, InputStream content) throws IOException {
        UploadQuota quota = settings.quota();
        long room = quota.room(transactions.asTenant(
                tenant.id(),
                unit -> files.used(unit, tenant.id(), clock.instant().minus(DAY))));
        try {
            return take(tenant, name, UUID.randomUUID().toString(), content, Optional.of(caller), room)
                    .orElseThrow(() -> new IllegalStateException("a random key was used before"));
        } catch (Refusal refusal) {
            throw refusal.code() == RefusalCode.FEED_TOO_LARGE && room < MAX_BYTES ? quota.usedUp() : refusal;
        }
    }

    /** Registers what was stored but not registered, and returns what ended but was not tidied away. */
    public List<FeedFile> recover(Tenant tenant) throws IOException {
        FeedFolders folders = folders(tenant);
        List<String> stored = folders.stored(clock.instant());
        return transactions.asTenant(tenant.id(), unit -> {
            for (String storedName : stored) {
                if (storedName.length() > RANDOM_LENGTH && !files.isRegistered(unit, tenant.id(), storedName)) {
                    String name = storedName.substring(RANDOM_LENGTH + 1);
                    register(unit, tenant, FeedName.nearest(name), storedName, storedName, size(folders, storedName));
                }
            }
            return files.finishedAmong(unit, tenant.id(), stored);
        });
    }

    private Optional<FeedFile> take(
            Tenant tenant, FeedName name, String sourceKey, InputStream content, Optional<Caller> caller, long room)
            throws IOException {
        FeedFolders folders = folders(tenant);
        String storedName = UUID.randomUUID() + "-" + name.value();
        long bytes;
        try {
            bytes = folders.store(storedName, content, Math.min(MAX_BYTES, room));
        } catch (FeedFolders.TooLarge e) {
            throw new Refusal(RefusalCode.FEED_TOO_LARGE, "limit", MAX_BYTES);
        }
        Optional<ActorId> by = caller.map(bringers::idOf);
        Optional<FeedFile> feed = transactions.asTenant(tenant.id(), unit -> {
            Optional<FeedFile> registered = register(unit, tenant, name, storedName, sourceKey, bytes);
            if (registered.isPresent() && caller.isPresent()) {
                bringers.brought(unit, registered.get(), by.orElseThrow());
                audit.record(
                        unit,
                        caller.get(),
                        "import-file",
                        name.value(),
                        Map.of("feed", "" + registered.get().id()));
            }
            return registered;
        });
        if (feed.isEmpty()) {
            Files.deleteIfExists(folders.work().resolve(storedName));
        }
        return feed;
    }

    private Optional<FeedFile> register(
            UnitOfWork unit, Tenant tenant, FeedName name, String storedName, String sourceKey, long bytes)
            throws SQLException {
        return files.register(
                unit, new FeedFiles.NewFile(tenant.id(), name.value(), storedName, sourceKey, bytes), clock.instant());
    }

    /** Where the tenants' folders are. */
    public Path directory() {
        return settings.directory();
    }

    private static long size(FeedFolders folders, String storedName) {
        Path file = folders.work().resolve(storedName);
        return file.toFile().length();
    }

    private FeedFolders folders(Tenant tenant) throws IOException {
        return new FeedFolders(settings.directory(), tenant.slug()).create();
    }
}
