package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyNotifier;

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

    /** Enter in the field presses; what is typed then waits for the answer. In a field without it Enter leaves the cursor where it is. */
    static <C extends Component & KeyNotifier> void enterPosts(C field, Runnable press) {
        field.getElement().setAttribute("data-posts", "");
        field.addKeyDownListener(Key.ENTER, enter -> press.run());
    }
}
