package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Brings the schemas of all tenants up to date: the canaries first, and the others only when every canary went well; then several at
 * once. What was applied stays applied, so that a run that was interrupted goes on where it stopped.
 */
public final class TenantMigrationRun {

    /** As many as the owner's pool of connections has room for beside provisioning. */
    private static final int WORKERS = 4;

    private final TenantSchemas schemas;
    private final Consumer<String> progress;

    public TenantMigrationRun(TenantSchemas schemas, Consumer<String> progress) {
        this.schemas = schemas;
        this.progress = progress;
    }

    /**
     * @return how many migrations were applied in all
     * @throws MigrationFailed after all tenants of the same wave were tried
     */
    public int migrate(List<TenantRecord> tenants) {
        List<TenantRecord> canaries =
                tenants.stream().filter(TenantRecord::canary).toList();
        List<TenantRecord> others =
                tenants.stream().filter(tenant -> !tenant.canary()).toList();
        return wave(canaries) + wave(others);
    }

    private int wave(List<TenantRecord> tenants) {
        List<TenantSlug> failed = new ArrayList<>();
        Throwable firstCause = null;
        int applied = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Integer>> runs = new ArrayList<>();
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            tenants.forEach(tenant -> runs.add(workers.submit(within(loader, () -> one(tenant)))));
            for (int i = 0; i < runs.size(); i++) {
                try {
                    applied += runs.get(i).get();
                } catch (ExecutionException e) {
                    failed.add(tenants.get(i).tenant().slug());
                    firstCause = firstCause == null ? e.getCause() : firstCause;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "the migration of tenants was interrupted; it goes on at the next start", e);
        }
        if (!failed.isEmpty()) {
            throw new MigrationFailed(failed, firstCause);
        }
        return applied;
    }

    private int one(TenantRecord tenant) {
        TenantId id = tenant.tenant().id();
        int applied;
        try {
            applied = schemas.migrate(id, tenant.tenant().slug());
        } catch (RuntimeException failure) {
            schemas.rememberFailure(id, String.valueOf(failure.getMessage()));
            throw failure;
        }
        schemas.forgetFailure(id);
        if (applied > 0) {
            progress.accept(tenant.tenant().slug() + ": " + applied + " migrations applied");
        }
        return applied;
    }

    private static Callable<Integer> within(ClassLoader loader, Callable<Integer> work) {
        return () -> {
            Thread.currentThread().setContextClassLoader(loader);
            return work.call();
        };
    }

    /** Some tenants could not be migrated; the message names them, the cause is the first one's. */
    public static final class MigrationFailed extends RuntimeException {
        private MigrationFailed(List<TenantSlug> tenants, Throwable cause) {
            super("the migration failed for " + tenants + ": " + cause.getMessage(), cause);
        }
    }
}
