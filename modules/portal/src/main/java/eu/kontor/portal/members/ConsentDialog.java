package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.kontor.kernel.Refusal;
import eu.kontor.membership.api.ContactConsents.ConsentText;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.look.Notice;
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
        Notice notice = new Notice();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(page.getTranslation("members.consent.title"));
        dialog.add(words, language, code, notice);
        Button confirm = new Button(page.getTranslation("members.consent.confirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickListener(click -> {
            try {
                agree.accept(code.getValue(), shown.get());
                dialog.close();
            } catch (Refusal refusal) {
                notice.error(refusal.sentence(reader));
            }
        });
        dialog.setConfirmButton(confirm);
        dialog.setCancelButton(new Button(page.getTranslation("members.cancel"), click -> dialog.close()));
        dialog.setCancelable(true);
        dialog.open();
        code.focus();
    }
}
