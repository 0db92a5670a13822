package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.atmosphere.cpr.AtmosphereResource;

/**
 * Push connections that are closed while nobody waits. Vaadin closes the web socket of a page that was left while it holds the lock of
 * the whole browser session. Open Liberty writes the closing frame and waits for the write, which never ends when the browser closes its
 * end in the same moment: then no page of that person came any more. Found through {@code META-INF/services}.
 */
public final class PushConnections implements PushConnectionFactory {

    private static final long serialVersionUID = 1L;

    private static final System.Logger LOG = System.getLogger(PushConnections.class.getName());

    /** What was sent last is on its way by then. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    @Override
    public PushConnection apply(UI ui) {
        return new ClosedAside(ui);
    }

    private static final class ClosedAside extends AtmospherePushConnection {

        private static final long serialVersionUID = 1L;

        ClosedAside(UI ui) {
            super(ui);
        }

        @Override
        public void disconnect() {
            AtmosphereResource left = getResource();
            if (left == null || left.isResumed()) {
                super.disconnect();
                return;
            }
            connectionLost();
            Thread.ofPlatform().daemon().name("push-closing").start(() -> close(left));
        }

        private static void close(AtmosphereResource left) {
            try {
                Thread.sleep(LAST_WORDS);
                left.close();
            } catch (IOException | UncheckedIOException e) {
                LOG.log(Level.DEBUG, "the browser had closed it", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
