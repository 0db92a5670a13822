package eu.kontor.portal.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Runs what takes longer than a click off the browser's request, so that its progress can be shown meanwhile.
 *
 * <p>On a Jakarta server it uses the managed executor, whose threads know the application's names and class loader; elsewhere
 * virtual threads.
 */
@ApplicationScoped
public class BackgroundWork {

    private static final String MANAGED_EXECUTOR = "java:comp/DefaultManagedExecutorService";

    /** Begins the work and returns at once. */
    public void begin(Runnable work) {
        executor().execute(work);
    }

    private static Executor executor() {
        try {
            return (Executor) new InitialContext().lookup(MANAGED_EXECUTOR);
        } catch (NamingException e) {
            return Thread::startVirtualThread;
        }
    }
}
