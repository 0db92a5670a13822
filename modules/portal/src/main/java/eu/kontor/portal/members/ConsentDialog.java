package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.kontor.membership.api.ContactConsents.ConsentText;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Languages;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Turned to the guest: the text in the guest's language, and the code by which the guest agrees. */
final class ConsentDialog {

    private static final int LONGEST_CODE = 6;

    private ConsentDialog() {}

    /**
     * @param guests the language in which the text is shown first
     * @param text in a language
     * @param agree takes the code, and the text that was shown
     */
    static void open(
            Component page,
            Locale reader,
            Locale guests,
            Function<Locale, ConsentText> text,
            BiConsumer<String, ConsentText> agree) {
        Locale first = Languages.nearest(guests).orElse(Languages.ENGLISH);
        AtomicReference<ConsentText> shown = new AtomicReference<>(text.apply(first));
        Paragraph words = new Paragraph(shown.get().text());
        words.addClassName("k-quote");
        words.getElement().setAttribute("lang", first.toLanguageTag());
        Select<Locale> language = new Select<>();
        language.setLabel(page.getTranslation("members.consent.language"));
        language.setItems(Languages.all());
        language.setItemLabelGenerator(Languages::nameOf);
        language.setValue(first);
        language.setWidthFull();
        language.addValueChangeListener(change -> {
            shown.set(text.apply(change.getValue()));
            words.setText(shown.get().text());
            words.getElement().setAttribute("lang", change.getValue().toLanguageTag());
        });
        PasswordField code = new PasswordField(page.getTranslation("members.consent.code"));
        code.setHelperText(page.getTranslation("members.consent.codeHelp"));
        code.setMaxLength(LONGEST_CODE);
        code.setAllowedCharPattern("\\d");
        code.setAutocomplete(Autocomplete.OFF);
        code.setWidthFull();
        StayingDialog dialog = new StayingDialog(
                page.getTranslation("members.consent.title"),
                page.getTranslation("members.consent.confirm"),
                page.getTranslation("members.cancel"));
        dialog.whenConfirmed(reader, () -> {
            agree.accept(code.getValue(), shown.get());
            return true;
        });
        dialog.showAt(code, words, language, code);
    }
}
