package eu.kontor.portalkit.forms;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.data.binder.Validator;
import eu.kontor.kernel.TextPolicy;

/** For an e-mail address: says at once which character of the typed text cannot be kept ({@link TextPolicy}). */
public class AddressField extends EmailField {

    private static final long serialVersionUID = 1L;

    public AddressField() {}

    public AddressField(String label) {
        super(label);
    }

    @Override
    public Validator<String> getDefaultValidator() {
        return TypedText.only(TextPolicy.LINE, this, super.getDefaultValidator());
    }
}
