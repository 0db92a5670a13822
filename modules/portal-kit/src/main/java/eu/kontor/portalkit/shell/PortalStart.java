package eu.kontor.portalkit.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;

/** Connects the portal to Vaadin's life cycle: sessions, first page, access to views. Found through {@code META-INF/services}. */
public final class PortalStart implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        VaadinService service = event.getSource();
        service.addSessionInitListener(
                session -> bean(service, BrowserSessions.class).begin(session.getSession(), session.getRequest()));
        event.addIndexHtmlRequestListener(
                page -> bean(service, BrowserSessions.class).dress(page));
        event.addRequestHandler(new SuspendedSessions());
        service.addUIInitListener(ui -> ui.getUI()
                .addBeforeEnterListener(enter -> bean(service, ViewAccess.class).check(enter)));
    }

    private static <T> T bean(VaadinService service, Class<T> type) {
        return service.getInstantiator().getOrCreate(type);
    }
}
