package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.look.Notice;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The member types a new confirmation code; whoever stands by says why. Stays open until it is taken or left. */
final class NewCodeDialog {

    private static final int CODE_DIGITS = 6;
    private static final int LONGEST_REASON = 200;

    private NewCodeDialog() {}

    /** @param renew takes code and reason */
    static void open(Component page, Locale language, BiConsumer<String, String> renew) {
        PasswordField code = new PasswordField(page.getTranslation("members.enrol.code"));
        code.setHelperText(page.getTranslation("members.enrol.codeHelp"));
        code.setMaxLength(CODE_DIGITS);
        code.setAllowedCharPattern("\\d");
        code.setAutocomplete(Autocomplete.NEW_PASSWORD);
        code.setWidthFull();
        LineField reason = new LineField(page.getTranslation("members.card.reason"));
        reason.setHelperText(page.getTranslation("members.code.reasonHelp"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        Notice notice = new Notice();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(page.getTranslation("members.code.newTitle"));
        dialog.add(new Paragraph(page.getTranslation("members.code.newText")), code, reason, notice);
        Button confirm = new Button(page.getTranslation("members.code.newConfirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickListener(click -> {
            if (reason.getValue().isBlank()) {
                notice.error(page.getTranslation("members.card.reasonMissing"));
                return;
            }
            try {
                renew.accept(code.getValue(), reason.getValue().strip());
                dialog.close();
            } catch (Refusal refusal) {
                notice.error(refusal.sentence(language));
            }
        });
        dialog.setConfirmButton(confirm);
        dialog.setCancelButton(new Button(page.getTranslation("members.cancel"), click -> dialog.close()));
        dialog.setCancelable(true);
        dialog.open();
        code.focus();
    }
}
