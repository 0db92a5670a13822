package eu.kontor.portal.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.retention.api.Erasures;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Says what goes and what stays, and asks why; nothing is erased before somebody has said that it cannot be undone. */
final class EraseDialog {

    private static final List<String> CONSEQUENCES =
            List.of("privacy.erase.names", "privacy.erase.cards", "privacy.erase.points", "privacy.erase.stays");

    private EraseDialog() {}

    static void open(Component page, Locale language, Consumer<String> erase) {
        UnorderedList what = new UnorderedList();
        CONSEQUENCES.forEach(key -> what.add(new ListItem(page.getTranslation(key))));
        LineField reason = new LineField(page.getTranslation("privacy.erase.reason"));
        reason.setHelperText(page.getTranslation("privacy.erase.reasonHelp"));
        reason.setMaxLength(Erasures.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Checkbox sure = new Checkbox(page.getTranslation("privacy.erase.sure"));
        Notice notice = new Notice();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(page.getTranslation("privacy.erase.title"));
        dialog.add(new Paragraph(page.getTranslation("privacy.erase.text")), what, reason, sure, notice);
        Button confirm = new Button(page.getTranslation("privacy.erase.confirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.addClickListener(click -> {
            if (reason.getValue().isBlank()) {
                notice.error(page.getTranslation("privacy.erase.reasonMissing"));
                reason.focus();
                return;
            }
            if (!sure.getValue()) {
                notice.error(page.getTranslation("privacy.erase.sureMissing"));
                sure.focus();
                return;
            }
            try {
                erase.accept(reason.getValue().strip());
                dialog.close();
            } catch (Refusal refusal) {
                notice.error(refusal.sentence(language));
            }
        });
        dialog.setConfirmButton(confirm);
        dialog.setCancelButton(new Button(page.getTranslation("privacy.cancel"), click -> dialog.close()));
        dialog.setCancelable(true);
        dialog.open();
        reason.focus();
    }
}
