package eu.kontor.portal.trust;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.forms.LinesField;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalDesk;
import eu.kontor.trust.api.SignalDesk.Fact;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalState;
import java.time.Instant;
import java.util.function.Consumer;

/** What led to a signal, what somebody made of it, and what to make of it now. */
final class SignalPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient SignalsPresenter presenter;
    private final transient Caller caller;
    private final transient SignalRow signal;
    private final transient Wording wording;
    private final LinesField note = new LinesField();
    private final Notice notice = new Notice();
    private transient Consumer<SignalRow> whenChanged = changed -> {};

    SignalPanel(SignalsPresenter presenter, Caller caller, SignalRow signal, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.signal = signal;
        this.wording = wording;
        addClassName("k-form");
        Span state = new Span(getTranslation("trust.state." + signal.state().slug()));
        state.addClassName("k-badge");
        String look = SignalGrid.look(signal.state());
        if (!look.isEmpty()) {
            state.addClassName(look);
        }
        add(new Paragraph(getTranslation("trust.hint." + signal.kind().slug())), state, standing(), facts(), acts());
    }

    void whenChanged(Consumer<SignalRow> action) {
        whenChanged = action;
    }

    private DescriptionList standing() {
        DescriptionList list = new DescriptionList();
        list.addClassName("k-facts");
        About about = signal.about();
        String words = getTranslation("trust.about." + about.kind().slug(), about.id());
        list.add(
                new Term(getTranslation("trust.signals.about")),
                about.kind() == About.Kind.MEMBER
                        ? new Description(new Anchor(Places.member(new MemberId(Long.parseLong(about.id()))), words))
                        : new Description(new CopyableId(about.id())));
        presenter.personOf(caller, signal).ifPresent(name -> fact(list, "trust.detail.person", name));
        fact(list, "trust.signals.times", wording.formats().count(signal.times()));
        fact(list, "trust.signals.first", moment(signal.firstAt()));
        fact(list, "trust.signals.last", moment(signal.lastAt()));
        signal.changedBy().ifPresent(by -> fact(list, "trust.signals.changedBy", by));
        signal.note().ifPresent(said -> fact(list, "trust.detail.note", said));
        return list;
    }

    private Div facts() {
        Div all = new Div(new H3(getTranslation("trust.signals.facts")));
        for (Fact fact : signal.facts()) {
            DescriptionList list = new DescriptionList();
            list.addClassName("k-facts");
            fact(list, "trust.audit.when", moment(fact.at()));
            fact.told()
                    .forEach((name, value) ->
                            list.add(new Term(ActWords.name(name, wording.language())), new Description(value)));
            all.add(list);
        }
        return all;
    }

    private Div acts() {
        note.setLabel(getTranslation("trust.signals.note"));
        note.setMaxLength(SignalDesk.LONGEST_NOTE);
        note.setWidthFull();
        Div acts = new Div(new H3(getTranslation("trust.signals.decide")), note, notice);
        acts.addClassName("k-form");
        if (signal.state() == SignalState.NEW) {
            acts.add(button(SignalState.LOOKED_AT));
        }
        if (signal.state().isClosed()) {
            acts.add(button(SignalState.LOOKED_AT));
        } else {
            acts.add(button(SignalState.FOUNDED), button(SignalState.UNFOUNDED));
        }
        return acts;
    }

    private Button button(SignalState next) {
        Button button = new Button(getTranslation("trust.become." + next.slug()), click -> change(next));
        if (next == SignalState.FOUNDED) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void change(SignalState next) {
        try {
            whenChanged.accept(presenter.change(caller, signal, next, note.getValue()));
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
    }

    private String moment(Instant at) {
        return wording.formats().momentNear(at, wording.clock().instant(), wording.zone());
    }

    private void fact(DescriptionList list, String key, String value) {
        list.add(new Term(getTranslation(key)), new Description(value));
    }
}
