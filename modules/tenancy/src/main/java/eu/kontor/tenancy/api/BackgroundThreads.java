package eu.kontor.tenancy.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ThreadFactory;

/** Where everything that nobody waits for runs: on the server's virtual threads, which know the application's names and class loader. */
@Service
public class BackgroundThreads {

    @Resource(lookup = "concurrent/background")
    private ManagedThreadFactory managed;

    /** Of threads that do not run yet. */
    public ThreadFactory factory() {
        return work -> managed.newThread(work);
    }
}
