package eu.kontor.feeds.application;

import eu.kontor.feeds.api.FeedTrials;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.domain.FeedName;
import eu.kontor.feeds.domain.Layout;
import eu.kontor.feeds.persistence.BatchReader;
import eu.kontor.feeds.persistence.FeedConfigurations;
import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.feeds.persistence.ReadyFile;
import eu.kontor.files.api.RecordReader;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries a file in a folder of its own, and posts it in transactions that are rolled back. */
@Service
public class TrialRun implements FeedTrials {

    /** A file that is tried is no import, and what it would keep is not kept. */
    private static final long NO_FEED = 0;

    private final Tenants tenants;
    private final Transactions transactions;
    private final PostingDoors doors;
    private final FeedConfigurations configurations = new FeedConfigurations();

    @Inject
    public TrialRun(Tenants tenants, Transactions transactions, PostingDoors doors) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.doors = doors;
    }

    @Override
    public Trial tryFile(Caller caller, String fileName, InputStream content) throws IOException {
        Tenant tenant = permitted(caller);
        List<FeedMapping> mappings =
                transactions.asTenant(tenant.id(), unit -> FeedMappings.read(configurations.get(unit, tenant.id())));
        return run(caller, tenant, new FeedName(fileName), content, mappings);
    }

    @Override
    public Trial tryFile(Caller caller, String fileName, InputStream content, String mapping) throws IOException {
        Tenant tenant = permitted(caller);
        return run(caller, tenant, new FeedName(fileName), content, List.of(MappingCheck.of(mapping)));
    }

    @Override
    public String completed(Sketch sketch, Choice choice) {
        return MappingSketch.completed(sketch, choice);
    }

    @Override
    public List<LayoutNames> layouts() {
        return Stream.of(Layout.values())
                .map(layout ->
                        new LayoutNames(layout.slug(), layout.required(), layout.alternatives(), layout.optional()))
                .toList();
    }

    private Trial run(Caller caller, Tenant tenant, FeedName name, InputStream content, List<FeedMapping> mappings)
            throws IOException {
        Path folder = Files.createTempDirectory("kontor-trial");
        try {
            FeedFolders folders = new FeedFolders(folder, tenant.slug()).create();
            store(folders, name, content);
            return run(caller, tenant, new ReadyFile(folders, name.value(), name.value()), name, mappings);
        } finally {
            delete(folder);
        }
    }

    private Trial run(Caller caller, Tenant tenant, ReadyFile ready, FeedName name, List<FeedMapping> mappings)
            throws IOException {
        ReadyFile.Opened opened;
        try {
            opened = ready.inspect(mappings);
        } catch (Refusal refusal) {
            return refused(caller, refusal, new MappingSketch(tenant, name).of(ready));
        }
        TrialTally tally = new TrialTally(caller.language());
        Holding holding = new Holding(tenant.id(), NO_FEED);
        try (BatchReader batches =
                new BatchReader(opened.file(), opened.finding(), RecordReader.Position.START, Optional.empty())) {
            Optional<BatchReader.Batch> batch = batches.next();
            while (batch.isPresent()) {
                tally.add(
                        batch.get().verdicts(),
                        doors.prepare(
                                        ActorId.NONE,
                                        tenant.id(),
                                        batch.get().verdicts(),
                                        opened.finding().mapping())
                                .rehearse((unit, waiting) -> holding.held(unit, waiting, Instant.EPOCH)));
                batch = tally.lines() < MOST_LINES ? batches.next() : Optional.empty();
            }
        }
        return tally.toTrial(opened.finding());
    }

    private static Trial refused(Caller caller, Refusal refusal, Optional<Sketch> sketch) {
        return new Trial(
                Optional.of(refusal.sentence(caller.language())),
                "",
                "",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                0,
                Points.ZERO,
                List.of(),
                List.of(),
                sketch);
    }

    private static void store(FeedFolders folders, FeedName name, InputStream content) throws IOException {
        try {
            folders.store(name.value(), content, MOST_BYTES);
        } catch (FeedFolders.TooLarge e) {
            throw new Refusal(RefusalCode.FEED_TOO_LARGE, "limit", MOST_BYTES);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        for (Path each : all.reversed()) {
            Files.deleteIfExists(each);
        }
    }

    private Tenant permitted(Caller caller) {
        caller.mustBe(Role.ADMIN, Role.FINANCE, Role.FEED);
        return tenants.active(caller.tenantOrRefuse());
    }
}
