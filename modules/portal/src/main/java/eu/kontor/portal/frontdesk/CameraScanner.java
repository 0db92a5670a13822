package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a card's code with the device's camera, in every browser that has one; else says why not. The picture never leaves the browser. */
@Tag("kontor-scanner")
@JavaScript("context://kontor/kontor-scanner.js")
final class CameraScanner extends Div {

    private static final long serialVersionUID = 1L;
    private static final String DETAIL = "event.detail";

    /** Why the camera cannot be used: what the person can do differs. */
    enum WhyNot {
        /** Not allowed by the person, or by who set up the browser. */
        DENIED,
        NONE,
        /** Another program has it, or it was pulled out. */
        BUSY,
        /** The decoder could not be fetched. */
        OFFLINE,
        /** The browser gives pages no camera, or not this page. */
        UNSUPPORTED;

        private static WhyNot of(String word) {
            return Stream.of(values())
                    .filter(why -> why.word().equals(word))
                    .findFirst()
                    .orElse(UNSUPPORTED);
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What to say of it, as the desk's texts know it. */
        String text() {
            return "scan.unavailable." + word();
        }
    }

    /** Begins to look, or ends it. */
    void toggle() {
        getElement().callJsFunction("toggle");
    }

    /** @param listener gets what the code says */
    void whenScanned(Consumer<String> listener) {
        getElement()
                .addEventListener(
                        "scanned",
                        event ->
                                listener.accept(event.getEventData().get(DETAIL).asString()))
                .addEventData(DETAIL);
    }

    void whenUnavailable(Consumer<WhyNot> listener) {
        getElement()
                .addEventListener(
                        "unavailable",
                        event -> listener.accept(
                                WhyNot.of(event.getEventData().get(DETAIL).asString())))
                .addEventData(DETAIL);
    }
}
