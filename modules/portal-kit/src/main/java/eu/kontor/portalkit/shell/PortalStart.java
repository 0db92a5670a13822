package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import eu.kontor.portalkit.i18n.Texts;
import java.util.Locale;

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
        service.addUIInitListener(ui -> sayConnection(ui.getUI()));
        service.setSystemMessagesProvider(about -> inWordsOfOurs(about.getLocale()));
        service.addUIInitListener(ui -> ui.getUI()
                .addBeforeEnterListener(enter -> bean(service, ViewAccess.class).check(enter)));
    }

    /**
     * What Vaadin says by itself, where no view is left to say it. A session that has ended loads the page anew, which leads to the sign-in;
     * everything else says what to do, in the reader's language.
     */
    static SystemMessages inWordsOfOurs(Locale language) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        messages.setInternalErrorCaption(Texts.of("shell.error.broken", language));
        messages.setInternalErrorMessage(Texts.of("shell.error.brokenSentence", language));
        messages.setCookiesDisabledCaption(Texts.of("shell.error.noCookies", language));
        messages.setCookiesDisabledMessage(Texts.of("shell.error.noCookiesSentence", language));
        return messages;
    }

    /** What a page says while the server cannot be reached; Vaadin sets its own words when a tab begins, over those of the page. */
    private static void sayConnection(UI tab) {
        Locale language = tab.getLocale();
        ReconnectDialogConfiguration lost = tab.getReconnectDialogConfiguration();
        lost.setDialogText(Texts.of("shell.connection.lost", language));
        lost.setDialogTextGaveUp(Texts.of("shell.connection.gone", language));
    }

    private static <T> T bean(VaadinService service, Class<T> type) {
        return service.getInstantiator().getOrCreate(type);
    }
}
