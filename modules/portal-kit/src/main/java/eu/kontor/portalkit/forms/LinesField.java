package eu.kontor.portalkit.forms;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.binder.Validator;
import eu.kontor.kernel.TextPolicy;

/** For a note of several lines: says at once which character of the typed text cannot be kept ({@link TextPolicy}). */
public class LinesField extends TextArea {

    private static final long serialVersionUID = 1L;

    public LinesField() {}

    public LinesField(String label) {
        super(label);
    }

    @Override
    public Validator<String> getDefaultValidator() {
        return TypedText.only(TextPolicy.LINES, this, super.getDefaultValidator());
    }
}
