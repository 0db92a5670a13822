package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Component;

/**
 * Where the cursor goes. It moves in the browser: what the server says comes late, and may no longer be where somebody types. So a field
 * is only offered, with what was typed meanwhile, and the script decides ({@code kontor-desk.js}).
 */
final class DeskFocus {

    private DeskFocus() {}

    /** The next that is typed belongs here, if it belongs nowhere else by now. */
    static void on(Component field) {
        field.getElement()
                .executeJs("window.kontor && window.kontor.desk ? window.kontor.desk.arrive(this) : this.focus()");
    }

    /** Enter in the field, or a press of the button, leads to another one of its form at once. */
    static void enterLeadsTo(Component field, String selector) {
        field.getElement().setAttribute("data-enter", selector);
    }
}
