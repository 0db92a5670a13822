package eu.kontor.portalkit.forms;

import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.binder.ValueContext;
import eu.kontor.kernel.TextPolicy;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What the portal's text fields have in common. Every text field of the portal is one of them. */
final class TypedText {

    private TypedText() {}

    /** The field's usual validation, for texts that have only characters that texts have. */
    static Validator<String> only(TextPolicy policy, HasLabel field, Validator<String> usual) {
        return (typed, context) -> {
            OptionalInt at = typed == null ? OptionalInt.empty() : policy.forbidden(typed);
            if (at.isEmpty()) {
                return usual.apply(typed, context);
            }
            String label = field.getLabel() == null ? "" : field.getLabel();
            return ValidationResult.error(
                    TextPolicy.refusal(label, typed, at.getAsInt()).sentence(language(context)));
        };
    }

    /** A field that judges itself has no context. */
    private static Locale language(ValueContext context) {
        Optional<Locale> ofWindow = Optional.ofNullable(UI.getCurrent()).map(UI::getLocale);
        return Optional.ofNullable(context)
                .flatMap(ValueContext::getLocale)
                .or(() -> ofWindow)
                .orElse(Locale.ENGLISH);
    }
}
