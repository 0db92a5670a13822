package eu.kontor.portalkit.lists;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import eu.kontor.tenancy.api.Service;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Runs what takes longer than a click off the browser's request, so that its progress can be shown meanwhile.
 *
 * <p>On a Jakarta server it uses the managed executor, whose threads know the application's names and class loader; elsewhere
 * a thread for each.
 */
@Service
public class BackgroundWork {

    private static final System.Logger LOG = System.getLogger(BackgroundWork.class.getName());
    private static final String MANAGED_EXECUTOR = "java:comp/DefaultManagedExecutorService";

    /** Begins the work and returns at once. */
    public void begin(Runnable work) {
        executor().execute(work);
    }

    /**
     * Asks for what a view shows without keeping the view waiting; then shows it, or lets the window's error handler say what failed.
     *
     * @param ask runs without a window; it knows only what it captured
     * @param show runs in the window, unless that was closed meanwhile
     */
    public <T> void load(UI ui, Supplier<T> ask, Consumer<T> show) {
        load(ui, ask, () -> {}, show);
    }

    /**
     * The same for what a person began.
     *
     * @param settle runs in the window before {@code show}, and also when it failed: gives buttons back
     */
    public <T> void load(UI ui, Supplier<T> ask, Runnable settle, Consumer<T> show) {
        begin(() -> {
            Command outcome = outcome(ask, settle, show);
            try {
                ui.access(outcome);
            } catch (UIDetachedException closed) {
                LOG.log(Level.DEBUG, "the window was closed before its content came");
            }
        });
    }

    private static <T> Command outcome(Supplier<T> ask, Runnable settle, Consumer<T> show) {
        try {
            T content = ask.get();
            return () -> {
                settle.run();
                show.accept(content);
            };
        } catch (RuntimeException failure) {
            return () -> {
                settle.run();
                throw failure;
            };
        }
    }

    private static Executor executor() {
        try {
            return (Executor) new InitialContext().lookup(MANAGED_EXECUTOR);
        } catch (NamingException e) {
            return work -> Thread.ofPlatform().daemon().start(work);
        }
    }
}
