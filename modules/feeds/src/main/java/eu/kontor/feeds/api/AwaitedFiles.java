package eu.kontor.feeds.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.util.List;

/** Files that a tenant's mapping expects by a time, and that were not there by then. */
public interface AwaitedFiles {

    /** Those that did not come until now, the longest awaited first. Needs ADMIN or FINANCE. */
    List<AwaitedFile> missing(Caller caller);

    /** It need not come any more. Does nothing when it came meanwhile. Needs ADMIN or FINANCE. */
    void setAside(Caller caller, String name, Instant due);

    /** Those that nobody was told of yet, for whoever tells; not the ones of long ago, which are no news. */
    List<AwaitedFile> untold(TenantId tenant);

    void told(TenantId tenant, List<AwaitedFile> files);

    /**
     * @param name of the mapping
     * @param files the names that would fit; empty when the mapping is no longer there
     */
    record AwaitedFile(String name, String files, Instant due) {}
}
