package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.portal.frontdesk.GuestPresenter.Found;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.Nobody;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.GuestPresenter.Several;
import eu.kontor.portal.members.TierName;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.look.Notice;
import java.util.function.Consumer;

/** One field for whatever the guest offers: a card, a code, a name, a phone number. A scanner types and sends Enter by itself. */
final class GuestFinder extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient GuestPresenter guests;
    private final transient Consumer<Guest> whenFound;
    private final LineField field = new LineField();
    private final Notice notice = new Notice();
    private final UnorderedList candidates = new UnorderedList();
    private final CameraScanner camera = new CameraScanner();

    GuestFinder(Desk desk, GuestPresenter guests, Consumer<Guest> whenFound, Consumer<String> enrol) {
        this.desk = desk;
        this.guests = guests;
        this.whenFound = whenFound;
        addClassName("k-finder");
        field.setLabel(desk.text("find"));
        field.setPlaceholder(desk.text("find.placeholder"));
        field.setClearButtonVisible(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.setSuffixComponent(KeyHint.of("F2"));
        field.addClassName("k-finder-field");
        field.addKeyDownListener(Key.ENTER, enter -> look(field.getValue()));
        Button scan = new Button(desk.text("scan"), click -> camera.toggle());
        Button newGuest = new Button(desk.text("enrol"), click -> enrol.accept(field.getValue()));
        newGuest.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        camera.whenScanned(this::look);
        camera.whenUnavailable(why -> {
            notice.say(Notice.Kind.WARNING, desk.text(why.text()));
            begin();
        });
        Div row = new Div(field, scan, newGuest);
        row.addClassName("k-finder-row");
        candidates.addClassName("k-candidates");
        candidates.getElement().setAttribute("aria-label", desk.text("several"));
        candidates.setVisible(false);
        candidates.getElement().executeJs("window.kontor && window.kontor.choices(this)");
        add(row, camera, notice, candidates);
    }

    /** Ready for the next card: whatever is typed replaces what stands there. */
    void begin() {
        DeskFocus.on(field);
    }

    void clear() {
        field.clear();
        notice.hide();
        candidates.setVisible(false);
        DeskFocus.on(field);
    }

    /** Looks for a guest; says why nobody was found, and keeps what was typed. */
    void look(String typed) {
        field.setValue(typed);
        notice.hide();
        candidates.setVisible(false);
        if (typed.isBlank()) {
            return;
        }
        try {
            show(guests.find(desk.caller(), typed), typed);
        } catch (RuntimeException failure) {
            notice.error(desk.sentence(failure));
            begin();
        }
    }

    private void show(Found found, String typed) {
        switch (found) {
            case One one -> whenFound.accept(one.guest());
            case Several several -> choose(several);
            case Nobody nobody -> {
                notice.say(Notice.Kind.WARNING, desk.text("nobody", typed.strip()));
                begin();
            }
        }
    }

    private void choose(Several several) {
        candidates.removeAll();
        several.candidates().forEach(row -> candidates.add(new ListItem(button(row))));
        candidates.setVisible(true);
        if (several.more()) {
            notice.say(Notice.Kind.PLAIN, desk.text("several.more"));
        }
        candidates.getElement().executeJs("setTimeout(() => this.querySelector('button')?.focus())");
    }

    private NativeButton button(MemberRow row) {
        Span name = new Span(row.name());
        name.addClassName("k-candidate-name");
        Span detail = new Span(
                row.phone().map(phone -> phone + " · ").orElse("") + row.card().grouped() + " · "
                        + TierName.of(row.tier(), desk.words().language()));
        detail.addClassName("k-quiet");
        NativeButton button = new NativeButton();
        button.add(name, detail);
        button.addClickListener(click -> {
            candidates.setVisible(false);
            field.setValue(row.name());
            whenFound.accept(guests.guest(desk.caller(), row.member()));
        });
        return button;
    }
}
