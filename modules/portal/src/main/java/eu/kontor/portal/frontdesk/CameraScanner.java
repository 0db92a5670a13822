package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;

/**
 * Reads a card's code with the device's camera, where the browser can ({@code BarcodeDetector}); elsewhere it says so. The picture
 * never leaves the browser.
 */
@Tag("kontor-scanner")
@JavaScript("context://kontor/kontor-scanner.js")
final class CameraScanner extends Div {

    private static final long serialVersionUID = 1L;

    /** A code was read. */
    @DomEvent("scanned")
    static final class Scanned extends ComponentEvent<CameraScanner> {
        private static final long serialVersionUID = 1L;
        private final String text;

        public Scanned(CameraScanner source, boolean fromClient, @EventData("event.detail") String text) {
            super(source, fromClient);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The camera cannot be used: the browser cannot read codes, or the person did not allow it. */
    @DomEvent("unavailable")
    static final class Unavailable extends ComponentEvent<CameraScanner> {
        private static final long serialVersionUID = 1L;

        public Unavailable(CameraScanner source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    void toggle() {
        getElement().callJsFunction("toggle");
    }

    Registration whenScanned(ComponentEventListener<Scanned> listener) {
        return addListener(Scanned.class, listener);
    }

    Registration whenUnavailable(ComponentEventListener<Unavailable> listener) {
        return addListener(Unavailable.class, listener);
    }
}
