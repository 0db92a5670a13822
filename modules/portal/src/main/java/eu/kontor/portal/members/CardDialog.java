package eu.kontor.portal.members;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import eu.kontor.kernel.CardNumber;
import eu.kontor.membership.api.CardDesk;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.forms.StayingDialog;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Asks one thing before a card is changed, says why it was refused, and stays open until it is done or left. */
final class CardDialog {

    private static final int LONGEST_REASON = 200;

    private CardDialog() {}

    /**
     * @param what is done: the word in the texts' keys
     * @param asks what is typed: the same
     * @param harmful whether somebody could regret it
     */
    record Question(String what, String asks, CardNumber card, boolean needed, boolean harmful) {

        private String key(String part) {
            return "members.card." + what + part;
        }

        private String field(String part) {
            return "members.card." + asks + part;
        }
    }

    /** @param requestKey the same for every press of this dialog: what is pressed twice is done once */
    record Asked(String requestKey, String text) {}

    static void open(Component page, Question question, Locale language, Consumer<Asked> action) {
        String requestKey = "desk-" + UUID.randomUUID();
        LineField field = new LineField(page.getTranslation(question.field("")));
        field.setHelperText(page.getTranslation(question.field("Help")));
        field.setMaxLength(question.needed() ? LONGEST_REASON : CardDesk.LONGEST_LABEL);
        field.setRequiredIndicatorVisible(question.needed());
        field.setWidthFull();
        PressBinder<AtomicReference<String>> binder = new PressBinder<>();
        binder.forField(field)
                .withValidator(
                        text -> !question.needed() || !text.isBlank(),
                        page.getTranslation("members.card.reasonMissing"))
                .bind(AtomicReference::get, AtomicReference::set);
        StayingDialog dialog = new StayingDialog(
                page.getTranslation(question.key("Title"), question.card().grouped()),
                page.getTranslation(question.key("Confirm")),
                page.getTranslation("members.cancel"));
        if (question.harmful()) {
            dialog.warn();
        }
        dialog.whenConfirmed(language, () -> {
            AtomicReference<String> given = new AtomicReference<>("");
            if (!binder.read(given)) {
                return false;
            }
            action.accept(new Asked(requestKey, given.get().strip()));
            return true;
        });
        dialog.show(new Paragraph(page.getTranslation(question.key("Text"))), field);
    }
}
