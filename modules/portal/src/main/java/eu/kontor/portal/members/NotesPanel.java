package eu.kontor.portal.members;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.forms.LinesField;
import eu.kontor.portalkit.i18n.Moments;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.retention.api.GuestNotes;
import eu.kontor.retention.api.GuestNotes.Note;
import java.util.List;

/** What colleagues should know at the next visit; removing can be undone. */
public final class NotesPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;

    private final transient MemberPagePresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final MemberId member;
    private final UnorderedList notes = new UnorderedList();
    private final LinesField text = new LinesField();
    private final Notice notice = new Notice();
    private final Div undo = new Div();

    public NotesPanel(MemberPagePresenter presenter, Caller caller, MemberId member, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.member = member;
        this.wording = wording;
    }

    @Override
    protected Panel initContent() {
        notes.addClassName("k-plain-list");
        undo.addClassName("k-undo");
        undo.getElement().setAttribute("role", "status");
        text.setLabel(getTranslation("members.notes.label"));
        text.setPlaceholder(getTranslation("members.notes.none"));
        text.setMaxLength(GuestNotes.MAX_LENGTH);
        text.setMinRows(2);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.EAGER);
        Button add = new Button(getTranslation("members.notes.add"), click -> add(text.getValue()));
        add.setEnabled(false);
        text.addValueChangeListener(change -> add.setEnabled(!change.getValue().isBlank()));
        refresh();
        return new Panel(getTranslation("members.notes"), notes, undo, text, notice, add);
    }

    private void refresh() {
        List<Note> current = presenter.notes(caller, member);
        notes.removeAll();
        notes.setVisible(!current.isEmpty());
        current.forEach(note -> notes.add(item(note)));
    }

    private ListItem item(Note note) {
        Paragraph words = new Paragraph(note.text());
        Span author = new Span(new Span(note.author() + " · "));
        author.add(Moments.moment(note.writtenAt(), wording.clock().instant(), wording.zone(), wording.language()));
        author.addClassName("k-quiet");
        Button remove = new Button(getTranslation("members.notes.remove"), click -> remove(note));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(getTranslation("members.notes.remove") + ": " + note.text());
        Div line = new Div(author, remove);
        line.addClassName("k-note-line");
        ListItem item = new ListItem(words, line);
        item.addClassName("k-note");
        return item;
    }

    private void add(String note) {
        try {
            Note added = presenter.addNote(caller, member, note);
            text.clear();
            notice.hide();
            offerUndo("members.notes.added", () -> {
                remove(added);
                undo.removeAll();
            });
            refresh();
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
    }

    private void remove(Note note) {
        try {
            presenter.removeNote(caller, note.id());
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
            return;
        }
        offerUndo("members.notes.removed", () -> add(note.text()));
        refresh();
    }

    private void offerUndo(String done, Runnable way) {
        undo.removeAll();
        Button again = new Button(getTranslation("members.notes.undo"), click -> way.run());
        again.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        undo.add(new Span(getTranslation(done)), again);
    }
}
