package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.html.Input;

/**
 * Takes what is typed while the server has not answered yet, so that nothing is lost and nothing lands in a field for which it was not
 * meant: the next guest's card while a purchase is being posted, the amount while the guest is being looked for. Nobody sees it.
 */
final class TypedAhead extends Input {

    private static final long serialVersionUID = 1L;

    TypedAhead(Desk desk) {
        addClassName("k-typed-ahead");
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("autocomplete", "off");
        getElement().setAttribute("aria-label", desk.text("typedAhead"));
        getElement().executeJs("window.kontor && window.kontor.desk && window.kontor.desk.start(this)");
    }
}
