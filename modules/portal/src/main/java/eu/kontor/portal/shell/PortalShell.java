package eu.kontor.portal.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/**
 * The page around the browser application.
 *
 * <p>Push with {@link Transport#WEBSOCKET_XHR}: what the browser sends goes through ordinary requests, each of which the server
 * authenticates; with a pure web socket a revoked person would go on working.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
public final class PortalShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;
}
