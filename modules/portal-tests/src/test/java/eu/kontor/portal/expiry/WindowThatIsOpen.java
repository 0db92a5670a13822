package eu.kontor.portal.expiry;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import eu.kontor.portalkit.lists.BackgroundWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** A browser window without a browser: what others do in it is done at once. What is begun in the background waits until told. */
final class WindowThatIsOpen extends UI {

    private static final long serialVersionUID = 1L;

    private final transient Deque<Runnable> begun = new ArrayDeque<>();

    final transient BackgroundWork background = new BackgroundWork() {
        @Override
        public void begin(Runnable work) {
            begun.add(work);
        }
    };

    @Override
    public Future<Void> access(Command command) {
        command.execute();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void accessSynchronously(Command command) {
        command.execute();
    }

    void backgroundGoesOn() {
        begun.remove().run();
    }

    boolean polls() {
        return getPollInterval() > 0;
    }

    void poll() {
        ComponentUtil.fireEvent(this, new PollEvent(this, true));
    }
}
