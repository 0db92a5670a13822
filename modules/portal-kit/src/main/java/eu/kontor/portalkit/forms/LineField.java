package eu.kontor.portalkit.forms;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Validator;
import eu.kontor.kernel.TextPolicy;

/** For a name, a reference, a number: says at once which character of the typed text cannot be kept ({@link TextPolicy}). */
public class LineField extends TextField {

    private static final long serialVersionUID = 1L;

    public LineField() {}

    public LineField(String label) {
        super(label);
    }

    @Override
    public Validator<String> getDefaultValidator() {
        return TypedText.only(TextPolicy.LINE, this, super.getDefaultValidator());
    }
}
