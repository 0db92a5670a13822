package eu.kontor.tenancy.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ThreadFactory;

/**
 * Where everything that nobody waits for runs: on threads of the server's, which know the application's names and class loader. They are platform
 * threads: docs/why-not-virtual-threads.md.
 */
@Service
public class BackgroundThreads {

    @Resource(lookup = "concurrent/background")
    private ManagedThreadFactory managed;

    /** Of threads that do not run yet. */
    public ThreadFactory factory() {
        return work -> managed.newThread(work);
    }
}
