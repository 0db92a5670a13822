package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;

/** The guest's confirmation code. */
final class CodeField extends PasswordField {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CODE = 6;

    CodeField(Desk desk) {
        setLabel(desk.text("code"));
        setHelperText(desk.text("code.help"));
        setMaxLength(LONGEST_CODE);
        setAllowedCharPattern("\\d");
        setAutocomplete(Autocomplete.OFF);
        getElement().setAttribute("inputmode", "numeric");
    }
}
