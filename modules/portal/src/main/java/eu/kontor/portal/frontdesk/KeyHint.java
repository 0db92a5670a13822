package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.html.Span;

/** The key that leads to a field; shown beside it where there is a keyboard. */
final class KeyHint {

    private KeyHint() {}

    static Span of(String key) {
        Span hint = new Span(key);
        hint.addClassName("k-key");
        return hint;
    }
}
