package eu.kontor.portal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/**
 * The page around the browser application.
 *
 * <p>Push with {@link Transport#WEBSOCKET_XHR}: what the browser sends goes through ordinary requests, each of which the server
 * authenticates; with a pure web socket a revoked person would go on working.
 *
 * <p>Styles and scripts of our own are static files: they need no front-end build.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("kontor/kontor.css")
@StyleSheet("kontor/lists.css")
@StyleSheet("kontor/features.css")
public final class PortalShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Kontor");
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addFavIcon("icon", "kontor/kontor.svg", "any");
    }
}
