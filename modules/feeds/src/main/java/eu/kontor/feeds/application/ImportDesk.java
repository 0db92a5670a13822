package eu.kontor.feeds.application;

import eu.kontor.feeds.api.Feeds;
import eu.kontor.feeds.domain.FeedName;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFiles;
import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The imports of the caller's tenant, for its people and its machines. */
@Service
public class ImportDesk implements Feeds {

    private final Tenants tenants;
    private final Transactions transactions;
    private final Audit audit;
    private final FeedIntake intake;
    private final FeedEngine engine;
    private final FeedFiles files = new FeedFiles();

    @Inject
    public ImportDesk(Tenants tenants, Transactions transactions, Audit audit, FeedIntake intake, FeedEngine engine) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.audit = audit;
        this.intake = intake;
        this.engine = engine;
    }

    @Override
    public FeedReceipt receive(Caller caller, String fileName, InputStream content) throws IOException {
        Tenant tenant = permitted(caller);
        FeedFile feed = intake.received(tenant, new FeedName(fileName), caller, content);
        engine.wake();
        return FeedReceipts.of(feed, caller.language());
    }

    @Override
    public Page<FeedReceipt> list(Caller caller, Optional<String> cursor, int limit) {
        Tenant tenant = permitted(caller);
        long before = cursor.map(ImportDesk::before).orElse(Long.MAX_VALUE);
        int rows = Math.clamp(limit, 1, Page.MAX_ROWS);
        List<FeedFile> found =
                transactions.asTenant(tenant.id(), unit -> files.newestFirst(unit, tenant.id(), before, rows + 1));
        List<FeedFile> page = found.subList(0, Math.min(rows, found.size()));
        Optional<String> next =
                found.size() > rows ? Optional.of(Long.toString(page.getLast().id())) : Optional.empty();
        return new Page<>(
                page.stream()
                        .map(feed -> FeedReceipts.of(feed, caller.language()))
                        .toList(),
                next);
    }

    @Override
    public FeedReceipt get(Caller caller, long feedId) {
        return FeedReceipts.of(find(permitted(caller), feedId), caller.language());
    }

    @Override
    public void writeRejects(Caller caller, long feedId, OutputStream out) throws IOException {
        Tenant tenant = permitted(caller);
        FeedFile feed = find(tenant, feedId);
        Path rejects = new FeedFolders(intake.directory(), tenant.slug()).rejects(feed.id(), feed.fileName());
        if (feed.rejectsBytes() > 0) {
            try (InputStream in = Files.newInputStream(rejects)) {
                copy(in, out, feed.rejectsBytes());
            }
        }
    }

    @Override
    public Charset rejectsEncoding(Caller caller, long feedId) {
        Tenant tenant = permitted(caller);
        find(tenant, feedId);
        return transactions
                .asTenant(tenant.id(), unit -> files.encoding(unit, tenant.id(), feedId))
                .orElse(StandardCharsets.UTF_8);
    }

    @Override
    public void stop(Caller caller, long feedId) {
        Tenant tenant = permitted(caller);
        find(tenant, feedId);
        transactions.asTenant(tenant.id(), unit -> {
            refuseUnless(files.stop(unit, tenant.id(), feedId));
            audit.record(unit, caller, "stop-import", Long.toString(feedId), Map.of());
            return null;
        });
    }

    @Override
    public void resume(Caller caller, long feedId) {
        Tenant tenant = permitted(caller);
        find(tenant, feedId);
        transactions.asTenant(tenant.id(), unit -> {
            refuseUnless(files.resume(unit, tenant.id(), feedId));
            audit.record(unit, caller, "resume-import", Long.toString(feedId), Map.of());
            return null;
        });
        engine.wake();
    }

    private Tenant permitted(Caller caller) {
        caller.mustBe(Role.ADMIN, Role.FINANCE, Role.FEED);
        return tenants.active(caller.tenantOrRefuse());
    }

    private FeedFile find(Tenant tenant, long feedId) {
        return transactions
                .asTenant(tenant.id(), unit -> files.find(unit, tenant.id(), feedId))
                .orElseThrow(() -> new Refusal(RefusalCode.FEED_UNKNOWN));
    }

    private static void refuseUnless(boolean isDone) {
        if (!isDone) {
            throw new Refusal(RefusalCode.FEED_FINISHED);
        }
    }

    static long before(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
