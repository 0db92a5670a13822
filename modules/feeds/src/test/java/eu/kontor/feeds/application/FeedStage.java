package eu.kontor.feeds.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.persistence.FeedConfigurations;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFiles;
import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.application.KnownActors;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** One tenant with its folders and everything that works on them, on a real database; a fresh tenant for each test class. */
final class FeedStage {

    /** Where batches are read and posted side by side, as in the server. */
    static final Executor THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

    static final String HEADER = "card,outlet,amount,currency,business_date,reference";
    static final Clock CLOCK =
            Clock.fixed(PostingBook.TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static final String POSTINGS =
            "select count(*), coalesce(sum(points), 0) from public.posting_book where tenant_id = ?";
    private static final Audit NOBODY_WATCHES = (unit, caller, action, subject, details) -> {};

    final KontorDatabase database;
    final Tenant tenant;
    final Path root;
    final Transactions transactions;
    final FeedFolders folders;
    final FeedIntake intake;
    private final FeedFiles files = new FeedFiles();

    private FeedStage(KontorDatabase database, Tenant tenant, Path root) throws IOException {
        this.database = database;
        this.tenant = tenant;
        this.root = root;
        this.transactions = database.transactions();
        this.folders = new FeedFolders(root, tenant.slug()).create();
        this.intake = new FeedIntake(settings("one"), transactions, NOBODY_WATCHES, bringers(transactions), CLOCK);
    }

    static FeedStage open(String slug) {
        try {
            KontorDatabase database = KontorDatabase.shared();
            try (Connection superuser = database.superuser()) {
                PostingBook.create(superuser);
            }
            Path root = Files.createTempDirectory(Path.of("target"), "feeds-" + slug)
                    .toAbsolutePath();
            return new FeedStage(database, tenant(database.tenant(slug), slug), root);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Tenant tenant(TenantId id, String slug) {
        return new Tenant(
                id,
                new TenantSlug(slug),
                slug,
                Tenant.State.ACTIVE,
                "#1f5f8b",
                Optional.empty(),
                List.of(Currency.getInstance("EUR")),
                ZoneId.of("Europe/Lisbon"),
                Locale.ENGLISH,
                List.of(new Tenant.Outlet(1, "main", "Main outlet")));
    }

    static FileBringers bringers(Transactions transactions) {
        return new FileBringers(transactions, new KnownActors(transactions, NOBODY_WATCHES));
    }

    FeedSettings settings(String node) {
        Map<String, String> settings = Map.of(
                "kontor.feeds.dir", root.toString(), "kontor.feeds.node", node, "kontor.feeds.quiet-seconds", "1");
        return new FeedSettings(name -> Optional.ofNullable(settings.get(name)));
    }

    FeedWorker worker(String node) {
        return worker(settings(node), tenant, transactions);
    }

    /** @param afterFirstBatch between its commit and that of the next one */
    FeedWorker worker(String node, Runnable afterFirstBatch) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        PostingBook book = new PostingBook(transactions, () -> {
            if (isFirst.getAndSet(false)) {
                afterFirstBatch.run();
            }
        });
        return worker(settings(node), tenant, transactions, book);
    }

    static FeedWorker worker(FeedSettings settings, Tenant tenant, Transactions transactions) {
        return worker(settings, tenant, transactions, new PostingBook(transactions));
    }

    private static FeedWorker worker(
            FeedSettings settings, Tenant tenant, Transactions transactions, PostingBook book) {
        return new FeedWorker(
                settings, only(tenant), transactions, new PostingDoors(book, bringers(transactions)), CLOCK);
    }

    /** A worker of node one whose door fails. */
    FeedWorker worker(FeedPosting posting) {
        return new FeedWorker(
                settings("one"), only(tenant), transactions, new PostingDoors(posting, bringers(transactions)), CLOCK);
    }

    /** As if the pause after a fault were over. */
    void letPausesEnd() throws SQLException {
        try (Connection superuser = database.superuser();
                PreparedStatement statement = superuser.prepareStatement(
                        "update coalition.feed_file set lease_until = null where tenant_id = ?")) {
            statement.setInt(1, tenant.id().value());
            statement.executeUpdate();
        }
    }

    void configure(String json) {
        transactions.asTenant(tenant.id(), unit -> {
            try {
                new FeedConfigurations().put(unit, tenant.id(), new ObjectMapper().readTree(json));
                return null;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Drops a file, works it off, and answers with its receipt. */
    FeedReceipt process(String name, String content) {
        return process(name, content.getBytes(StandardCharsets.UTF_8));
    }

    FeedReceipt process(String name, byte[] content) {
        long id = drop(name, content);
        worker("one").workOff(tenant.id(), THREADS, () -> false);
        return receipt(id);
    }

    long drop(String name, byte[] content) {
        try {
            return intake.found(tenant, name, UUID.randomUUID().toString(), new ByteArrayInputStream(content))
                    .orElseThrow()
                    .id();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    FeedFile file(long id) {
        return transactions.asTenant(
                tenant.id(), unit -> files.find(unit, tenant.id(), id).orElseThrow());
    }

    FeedReceipt receipt(long id) {
        return FeedReceipts.of(file(id), Locale.ENGLISH);
    }

    String rejectsText(FeedReceipt receipt) {
        try {
            return String.join("\n", rejects(receipt));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> rejects(FeedReceipt receipt) throws IOException {
        return Files.readAllLines(folders.rejects(receipt.id(), receipt.fileName()));
    }

    List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many purchases the book holds, and their points. */
    Booked booked() throws SQLException {
        try (Connection superuser = database.superuser();
                PreparedStatement statement = superuser.prepareStatement(POSTINGS)) {
            statement.setInt(1, tenant.id().value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Booked(row.getLong(1), row.getLong(2));
            }
        }
    }

    record Booked(long purchases, long points) {}

    static String card(long serial) {
        return CardNumber.issue(PostingBook.PREFIX, serial).value();
    }

    /** A purchase of twelve euros fifty; its reference tells it from others. */
    static String line(int reference) {
        return card(100 + reference % 500) + ",main,12.50,EUR,2026-10-03,R" + reference;
    }

    /** Header and {@code count} lines. */
    static String lines(int from, int count) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (int i = from; i < from + count; i++) {
            text.append(line(i)).append('\n');
        }
        return text.toString();
    }

    static Tenants only(Tenant tenant) {
        return new Tenants() {
            @Override
            public Coalition coalition() {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Tenant> all() {
                return List.of(tenant);
            }

            @Override
            public Tenant get(TenantId id) {
                return tenant;
            }

            @Override
            public Tenant get(TenantSlug slug) {
                return tenant;
            }

            @Override
            public Tenant active(TenantId id) {
                return tenant;
            }
        };
    }

    Tenants tenants() {
        return only(tenant);
    }
}
