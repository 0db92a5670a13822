package eu.kontor.portal.messages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.outbox.api.SetAsideMessages;
import eu.kontor.outbox.api.SetAsideMessages.SetAside;
import eu.kontor.portal.messages.MessagesPresenter.Row;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import java.util.concurrent.atomic.AtomicReference;

/** One message: what it tells, why it failed, what to do, and the two things that can be done. */
final class MessagePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient MessagesPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final transient SetAside message;
    private final transient Runnable whenDone;
    private final Notice notice = new Notice();
    private final LineField reason = new LineField();
    private final PressBinder<AtomicReference<String>> binder = new PressBinder<>();

    /** @param whenDone follows what was done: it is no longer in the list */
    MessagePanel(MessagesPresenter presenter, Caller caller, Wording wording, Row row, Runnable whenDone) {
        this.presenter = presenter;
        this.caller = caller;
        this.wording = wording;
        this.message = row.message();
        this.whenDone = whenDone;
        addClassName("k-form");
        add(
                new Paragraph(MessageWords.why(message.why(), wording.language())),
                quiet(MessageWords.advice(message.why(), wording.language())),
                facts(row));
        if (!message.detail().isEmpty()) {
            Span detail = new Span(message.detail());
            detail.addClassName("k-code");
            add(new Div(detail));
        }
        reason.setLabel(getTranslation("messages.reason"));
        reason.setHelperText(getTranslation("messages.reasonHelp"));
        reason.setMaxLength(SetAsideMessages.LONGEST_REASON);
        reason.setWidthFull();
        binder.forField(reason)
                .withValidator(text -> !text.isBlank(), getTranslation("messages.reasonMissing"))
                .bind(AtomicReference::get, AtomicReference::set);
        Button again = new Button(getTranslation("messages.again"), click -> tryAgain());
        again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button close = new Button(getTranslation("messages.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_ERROR);
        add(notice, again, reason, close);
    }

    private DescriptionList facts(Row row) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("k-facts");
        fact(facts, "messages.fact.reference", new Span(Long.toString(message.reference())));
        fact(facts, "messages.column.brand", new Span(row.brand()));
        message.member().ifPresent(member -> {
            String name = row.member().isEmpty() ? getTranslation("messages.member.unknown") : row.member();
            fact(facts, "messages.column.member", new Anchor(Places.member(member), name));
        });
        fact(
                facts,
                "messages.column.since",
                new Span(wording.formats()
                        .momentNear(message.since(), wording.clock().instant(), wording.zone())));
        fact(facts, "messages.fact.attempts", new Span(wording.formats().count(message.attempts())));
        fact(facts, "messages.column.waiting", new Span(wording.formats().count(message.waiting())));
        return facts;
    }

    private void fact(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private void tryAgain() {
        attempt("messages.againDone", () -> presenter.tryAgain(caller, message.id()));
    }

    private void close() {
        AtomicReference<String> typed = new AtomicReference<>("");
        if (binder.read(typed)) {
            attempt(
                    "messages.closeDone",
                    () -> presenter.close(caller, message.id(), typed.get().strip()));
        }
    }

    private void attempt(String done, Runnable action) {
        try {
            action.run();
            Notice.overPage(getTranslation(done));
            whenDone.run();
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(wording.language()));
        }
    }

    private static Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("k-quiet");
        return paragraph;
    }
}
