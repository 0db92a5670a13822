package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.Reason;
import eu.kontor.checkout.api.Corrections.Rules;
import eu.kontor.checkout.api.Corrections.State;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import java.util.Optional;

/** Points to make something good: posted at once within the limit, else a colleague is asked. */
final class GoodwillForm extends Div implements RetryableSubmission.Form<GoodwillForm.Wish, Correction> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NOTE = 160;

    private final transient Desk desk;
    private final transient DeskWork work;
    private final transient CardNumber card;
    private final transient RetryableSubmission<Wish, Correction> posting;
    private final PointsField points;
    private final Select<Reason> reason = new Select<>();
    private final LineField note = new LineField();
    private final Notice notice = new Notice();
    private final PressBinder<Typed> binder = new PressBinder<>();

    /** @param reason its code */
    record Wish(Points points, String reason, String note) {}

    private static final class Typed {
        private Points points;
    }

    GoodwillForm(Desk desk, DeskWork work, TillRequest<Wish> request, Guest guest, DeskEvents counter) {
        this.desk = desk;
        this.work = work;
        this.card = guest.card().orElseThrow();
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        this.points = new PointsField(desk);
        addClassName("k-till");
        Rules rules = work.corrections().rules(desk.caller());
        Paragraph whom = new Paragraph(desk.text("goodwill.whom", guest.name()));
        DeskFocus.enterPosts(points, this::press);
        binder.forField(points)
                .withConverter(points.some(desk.text("goodwill.missing")))
                .bind(typed -> typed.points, (typed, some) -> typed.points = some);
        reason.setLabel(desk.text("reason"));
        reason.setItems(rules.reasons());
        reason.setItemLabelGenerator(each -> each.name(desk.words().language()));
        reason.setValue(rules.reasons().getFirst());
        note.setLabel(desk.text("goodwill.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.addClassName("k-till-card");
        note.setValueChangeMode(ValueChangeMode.LAZY);
        DeskFocus.enterPosts(note, this::press);
        Button post = new Button(desk.text("goodwill.post"), click -> press());
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph limit = new Paragraph(desk.text(
                "goodwill.limit",
                desk.words().formats().points(rules.limit().atOnce()),
                desk.words().formats().points(rules.limit().aDay())));
        limit.addClassName("k-quiet");
        add(whom, points, reason, note, limit, notice, post);
    }

    void begin() {
        DeskFocus.on(points);
    }

    void press() {
        notice.hide();
        Typed typed = new Typed();
        if (binder.read(typed)) {
            posting.press(new Wish(
                    typed.points, reason.getValue().code(), note.getValue().strip()));
        }
    }

    @Override
    public Correction post(Requested requested, Wish wish) {
        return work.corrections().give(desk.caller(), requested.key(), card, wish.points(), wish.reason(), wish.note());
    }

    @Override
    public String sentence(Wish wish, Correction correction) {
        return desk.text(correction.state() == State.PROPOSED ? "goodwill.proposed" : "goodwill.done", inWords(wish));
    }

    @Override
    public Optional<Undo> undo(Wish wish, Correction given) {
        return given.state() == State.POSTED
                ? Optional.of(requested -> {
                    Correction back = work.corrections()
                            .takeBack(desk.caller(), requested.key(), given, desk.text("undo.reason"));
                    boolean waits = back.state() == State.PROPOSED;
                    return desk.text(waits ? "goodwill.undoProposed" : "goodwill.undone", inWords(wish));
                })
                : Optional.empty();
    }

    @Override
    public String inWords(Wish wish) {
        return desk.words().points(wish.points());
    }

    @Override
    public void clear() {
        binder.clear();
        note.clear();
    }

    @Override
    public void again() {
        DeskFocus.on(points);
    }
}
