package eu.kontor.feeds.application;

import eu.kontor.feeds.api.AwaitedFiles;
import eu.kontor.feeds.domain.DuePlan;
import eu.kontor.feeds.domain.ExpectedFile;
import eu.kontor.feeds.domain.FeedMapping;
import eu.kontor.feeds.persistence.DueRows;
import eu.kontor.feeds.persistence.DueRows.Arrival;
import eu.kontor.feeds.persistence.DueRows.DueRow;
import eu.kontor.feeds.persistence.FeedConfigurations;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes which expected files came and which did not. Looks back over some days only: a file is never older news than that, and a server
 * that stood still finds what came meanwhile.
 */
@Service
public class FileWatch implements AwaitedFiles {

    /** A minute after it was due somebody may be told. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration LOOKING_BACK = Duration.ofDays(16);

    /** Nobody wants to be told today of what did not come last week. */
    private static final Duration NEWS = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final Tenants tenants;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final FeedConfigurations configurations = new FeedConfigurations();
    private final DueRows rows = new DueRows();

    @Inject
    private LeasedRounds rounds;

    @Inject
    public FileWatch(Tenants tenants, Transactions transactions, Audit audit, Clock clock) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Looking for expected files", PAUSE, PAUSE, this::round);
    }

    void round() {
        if (!tenants.isConfigured()) {
            return;
        }
        for (Tenant tenant : tenants.all()) {
            switch (tenant.state()) {
                case ACTIVE -> goOnAfter(tenant, this::look);
                case SUSPENDED -> goOnAfter(tenant, this::standStill);
                case PROVISIONING -> {}
            }
        }
    }

    /** One brand's trouble is not the next one's. */
    private static void goOnAfter(Tenant tenant, Consumer<Tenant> work) {
        try {
            work.accept(tenant);
        } catch (RuntimeException e) {
            LOG.error("The files that {} expects could not be looked for, and are in the next round", tenant.slug(), e);
        }
    }

    /** What came and what did not, until now. */
    void look(Tenant tenant) {
        eachExpected(tenant, (unit, mapping, expected) -> look(unit, tenant, mapping, expected));
    }

    /** Of a brand that is suspended no file is taken: what was due meanwhile is not missing when it goes on. */
    void standStill(Tenant tenant) {
        eachExpected(tenant, (unit, mapping, expected) -> begin(unit, tenant, mapping, expected));
    }

    private void eachExpected(Tenant tenant, Expected work) {
        transactions.asTenant(tenant.id(), unit -> {
            for (FeedMapping mapping : mappings(unit, tenant.id())) {
                mapping.expected().ifPresent(expected -> work.look(unit, mapping, expected));
            }
            return null;
        });
    }

    @FunctionalInterface
    private interface Expected {
        void look(UnitOfWork unit, FeedMapping mapping, ExpectedFile expected);
    }

    /** @return from when on it is expected, for the first time or again */
    private Instant begin(UnitOfWork unit, Tenant tenant, FeedMapping mapping, ExpectedFile expected) {
        Instant now = clock.instant();
        Instant begin = expected.lastDue(now.atZone(tenant.zone())).toInstant();
        rows.put(unit, tenant.id(), DueRow.begun(mapping.name(), begin), now);
        return begin;
    }

    private void look(UnitOfWork unit, Tenant tenant, FeedMapping mapping, ExpectedFile expected) {
        Instant now = clock.instant();
        Instant since = now.minus(LOOKING_BACK);
        DuePlan plan = new DuePlan(expected, tenant.zone());
        List<DueRow> known = rows.of(unit, tenant.id(), mapping.name(), since);
        for (DueRow row : known) {
            if (row.isBegun()) {
                plan.begins(row.due());
            } else {
                plan.knows(row.due(), row.isMissing());
            }
        }
        if (known.isEmpty()) {
            plan.begins(begin(unit, tenant, mapping, expected));
        }
        for (Arrival arrival : rows.arrivals(unit, tenant.id(), since)) {
            if (mapping.fitsName(arrival.fileName())) {
                plan.arrived(arrival.feedId(), arrival.receivedAt());
            }
        }
        for (DuePlan.Came came : plan.came()) {
            String state = came.isLate() ? "LATE" : "CAME";
            rows.put(unit, tenant.id(), new DueRow(mapping.name(), came.due(), state, Optional.of(came.file())), now);
        }
        for (Instant due : plan.newlyMissing(now)) {
            rows.put(unit, tenant.id(), new DueRow(mapping.name(), due, "MISSING", Optional.empty()), now);
            LOG.warn("{}: the file {} was due at {} and has not come", tenant.slug(), mapping.name(), due);
        }
    }

    @Override
    public List<AwaitedFile> missing(Caller caller) {
        TenantId tenant = permitted(caller);
        return transactions.asTenant(tenant, unit -> named(unit, tenant, rows.missing(unit, tenant)));
    }

    @Override
    public void setAside(Caller caller, String name, Instant due) {
        TenantId tenant = permitted(caller);
        transactions.asTenant(tenant, unit -> {
            if (rows.setAside(unit, tenant, name, due)) {
                audit.record(unit, caller, "set-aside-expected-file", name, Map.of("due", due.toString()));
            }
            return null;
        });
    }

    @Override
    public List<AwaitedFile> untold(TenantId tenant) {
        Instant since = clock.instant().minus(NEWS);
        return transactions.asTenant(tenant, unit -> named(unit, tenant, rows.untold(unit, tenant, since)));
    }

    @Override
    public void told(TenantId tenant, List<AwaitedFile> files) {
        transactions.asTenant(tenant, unit -> {
            files.forEach(file -> rows.told(unit, tenant, file.name(), file.due(), clock.instant()));
            return null;
        });
    }

    private List<AwaitedFile> named(UnitOfWork unit, TenantId tenant, List<DueRow> due) {
        Map<String, FeedMapping> byName = due.isEmpty()
                ? Map.of()
                : mappings(unit, tenant).stream()
                        .collect(Collectors.toMap(FeedMapping::name, Function.identity(), (first, other) -> first));
        return due.stream()
                .map(row -> new AwaitedFile(
                        row.name(),
                        Optional.ofNullable(byName.get(row.name()))
                                .flatMap(FeedMapping::files)
                                .orElse(""),
                        row.due()))
                .toList();
    }

    private List<FeedMapping> mappings(UnitOfWork unit, TenantId tenant) {
        return FeedMappings.read(configurations.get(unit, tenant));
    }

    private static TenantId permitted(Caller caller) {
        caller.mustBe(Role.ADMIN, Role.FINANCE);
        return caller.tenantOrRefuse();
    }
}
