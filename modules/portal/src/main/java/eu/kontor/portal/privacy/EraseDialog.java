package eu.kontor.portal.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.StayingDialog;
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
        StayingDialog dialog = new StayingDialog(
                page.getTranslation("privacy.erase.title"),
                page.getTranslation("privacy.erase.confirm"),
                page.getTranslation("privacy.cancel"));
        dialog.warn();
        dialog.whenConfirmed(language, () -> {
            if (reason.getValue().isBlank()) {
                dialog.complain(page.getTranslation("privacy.erase.reasonMissing"));
                reason.focus();
                return false;
            }
            if (!sure.getValue()) {
                dialog.complain(page.getTranslation("privacy.erase.sureMissing"));
                sure.focus();
                return false;
            }
            erase.accept(reason.getValue().strip());
            return true;
        });
        dialog.show(new Paragraph(page.getTranslation("privacy.erase.text")), what, reason, sure);
    }
}
