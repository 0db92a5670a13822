package eu.kontor.portalkit.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
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
        event.addRequestHandler(new OutdatedTabs());
        service.addSessionDestroyListener(
                session -> bean(service, BrowserSessions.class).end(session.getSession()));
        service.addUIInitListener(ui -> TabBrand.current().ifPresent(brand -> brand.keepIn(ui.getUI())));
        service.setSystemMessagesProvider(ignored -> withoutRawNotices());
        service.addUIInitListener(ui -> ui.getUI()
                .addBeforeEnterListener(enter -> bean(service, ViewAccess.class).check(enter)));
    }

    /** A session that has ended loads the page anew, which leads to the sign-in, instead of showing a notice in English. */
    private static SystemMessages withoutRawNotices() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        return messages;
    }

    private static <T> T bean(VaadinService service, Class<T> type) {
        return service.getInstantiator().getOrCreate(type);
    }
}
