package eu.kontor.feeds.application;

import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.kernel.TenantSlug;
import java.util.Optional;

/**
 * Where a tenant's files are taken from, as a Camel address.
 *
 * @param configured a Camel address of a folder on another machine; empty for the tenant's inbox
 */
record FeedSource(TenantSlug tenant, FeedFolders folders, Optional<String> configured, int quietSeconds) {

    private static final long MILLIS = 1_000;

    /** How often a folder is looked at: soon enough for a person who watches, and nothing for a file system. */
    private static final long DELAY_MILLIS = 500;

    /** Names under which files are still being written, by us and by common SFTP clients. */
    private static final String UNFINISHED = ".*\\.(part|tmp|filepart|writing|crdownload|partial)";

    /** As many files at once as an ordinary backlog has; the next look takes the rest. */
    private static final int FILES_PER_LOOK = 50;

    String routeId() {
        return "feeds-in-" + tenant.value();
    }

    /**
     * Only files that nobody has written to for the quiet time are taken, and taken away once they are stored. Options that the
     * configured address gives itself win.
     */
    String address() {
        String base = configured.orElseGet(() -> "file:" + folders.inbox());
        boolean isLocal = base.startsWith("file:");
        StringBuilder address = new StringBuilder(base);
        add(address, "delete", "true");
        add(address, "delay", "" + DELAY_MILLIS);
        add(address, "initialDelay", "0");
        add(address, "maxMessagesPerPoll", "" + FILES_PER_LOOK);
        add(address, "exclude", "RAW(" + UNFINISHED + ")");
        add(address, "readLock", "changed");
        // An empty file has a receipt, too.
        add(address, "readLockMinLength", "0");
        add(address, "readLockMinAge", "" + quietSeconds * MILLIS);
        add(address, "readLockCheckInterval", "" + DELAY_MILLIS);
        add(address, "readLockTimeout", "" + (quietSeconds + 1) * 2 * MILLIS);
        add(address, "readLockLoggingLevel", "DEBUG");
        if (base.startsWith("sftp:")) {
            // Whoever answers there has to be the partner's machine: its key is among those that an administrator has
            // looked at.
            add(address, "strictHostKeyChecking", "yes");
            add(address, "useUserKnownHostsFile", "false");
            add(address, "knownHostsFile", folders.knownHosts().toString());
        }
        if (!isLocal) {
            add(address, "localWorkDirectory", folders.work().resolve(".remote").toString());
        }
        return address.toString();
    }

    private static void add(StringBuilder address, String option, String value) {
        if (address.indexOf("?" + option + "=") < 0 && address.indexOf("&" + option + "=") < 0) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(option)
                    .append('=')
                    .append(value);
        }
    }
}
