package eu.kontor.portalkit.forms;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.Binder;

/**
 * A binder for forms that are filled in at speed: it judges when someone presses, not while they type, and says one mistake at a time,
 * the first in the order of the fields, where the cursor then is. Typing takes the mistake away.
 *
 * @param <T> what the fields are read into
 */
public final class PressBinder<T> extends Binder<T> {

    private static final long serialVersionUID = 1L;

    /** Reads the fields into {@code typed}; when one of them cannot be read, says so there. */
    public boolean read(T typed) {
        forgive();
        for (Binding<T, ?> binding : getBindings()) {
            if (binding.validate().isError()) {
                if (binding.getField() instanceof Focusable<?> field) {
                    field.focus();
                }
                return false;
            }
        }
        return writeBeanIfValid(typed);
    }

    /** Takes back what was said of the fields. */
    public void forgive() {
        getBindings().forEach(binding -> clearError(binding.getField()));
    }

    /** Empties the fields. */
    public void clear() {
        readBean(null);
    }

    /** Says a field's mistake at once, where it is found by asking and not by looking. */
    public void judge(HasValue<?, ?> field) {
        getBindings().stream().filter(binding -> binding.getField() == field).forEach(Binding::validate);
    }

    @Override
    protected void handleFieldValueChange(Binding<T, ?> binding) {
        clearError(binding.getField());
    }
}
