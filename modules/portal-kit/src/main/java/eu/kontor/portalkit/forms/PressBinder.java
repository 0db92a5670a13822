package eu.kontor.portalkit.forms;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.Binder;
import java.util.Set;

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
        keepWhatWasTyped();
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

    /** Reads what can be read while somebody still types; what is typed last, such as a code, is not asked for yet. */
    public boolean readForPreview(T typed, HasValue<?, ?>... typedLast) {
        keepWhatWasTyped();
        Set<HasValue<?, ?>> later = Set.of(typedLast);
        boolean readable = getBindings().stream()
                .filter(binding -> !later.contains(binding.getField()))
                .noneMatch(binding -> binding.validate().isError());
        if (readable) {
            writeBeanAsDraft(typed);
        }
        return readable;
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

    /** What somebody typed stays as it was typed: written in another way it may mean something else in the reader's language. */
    private void keepWhatWasTyped() {
        getBindings().forEach(binding -> binding.setConvertBackToPresentation(false));
    }

    @Override
    protected void handleFieldValueChange(Binding<T, ?> binding) {
        clearError(binding.getField());
    }
}
