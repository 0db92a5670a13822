package eu.kontor.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What differs between a database that serves and one that lives for a test. Durability does not differ: a test that passes without
 * it proves nothing.
 *
 * @param sharedBuffersMegabytes PostgreSQL's own cache
 * @param mostLogMegabytes log between two checkpoints, if the disk is large enough
 * @param maxConnections limit on connections; memory is reserved for each
 */
record PostgresSettings(int sharedBuffersMegabytes, int mostLogMegabytes, int maxConnections) {

    private static final int LEAST_LOG_MEGABYTES = 2_048;

    /**
     * A quarter of the machine's memory, as PostgreSQL's documentation advises (19.4.1): with less, every purchase of a million members
     * fetches some pages from the operating system. Only what is used is taken. 150 = Liberty's and Keycloak's pools and some tools.
     */
    static final PostgresSettings SERVING = new PostgresSettings(quarterOfMemory(), 16_384, 150);

    /** Small, so that several run beside each other while modules are tested. */
    static final PostgresSettings TEMPORARY = new PostgresSettings(64, LEAST_LOG_MEGABYTES, 60);

    private static final int LEAST_MEGABYTES = 128;
    private static final int MOST_MEGABYTES = 8_192;

    /** Of the disk, for the log between two checkpoints. */
    private static final int PART_FOR_LOG = 16;

    private static final String TEXT =
            """
            # Written at every start by the launcher; change modules/launcher instead.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = %d
            shared_buffers = '%dMB'
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            # Checkpoints by time, not by volume: after each one, every page is logged whole when it is first touched, and a large ledger whose
            # members all buy has hundreds of thousands of such pages. Checkpoints by volume would cause each other.
            max_wal_size = '%dMB'
            checkpoint_timeout = '15min'
            # Many tenants with many tables each are migrated in single transactions.
            max_locks_per_transaction = 256
            shared_preload_libraries = 'pg_stat_statements'
            # Solid-state disks: a random page costs about what a sequential one does.
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] %%u@%%d '
            lc_messages = 'C'
            """;

    private static int quarterOfMemory() {
        long bytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.clamp((bytes >> 20) / 4, LEAST_MEGABYTES, MOST_MEGABYTES);
    }

    /** @param directory of the data, whose disk says how much log there is room for */
    String text(Path directory) throws IOException {
        long log = (Files.getFileStore(directory).getTotalSpace() >> 20) / PART_FOR_LOG;
        return String.format(
                Locale.ROOT,
                TEXT,
                maxConnections,
                sharedBuffersMegabytes,
                Math.clamp(log, LEAST_LOG_MEGABYTES, mostLogMegabytes));
    }
}
