package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portalkit.look.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The sentence to read aloud, and for a minute the way back: no question is asked. */
final class DeskResult extends Div implements RetryableSubmission.Form<Undo, String> {

    private static final long serialVersionUID = 1L;

    /** Who rang up the wrong amount sees it at once; later it is a return, with a reason. The style sheet hides the button then. */
    static final Duration OFFERED = Duration.ofMinutes(1);

    private final transient Desk desk;
    private final transient RequestKeys keys;
    private final transient DeskEvents counter;
    private final Notice notice = new Notice();
    private final Div place = new Div();
    private transient Optional<Instant> until = Optional.empty();

    DeskResult(Desk desk, RequestKeys keys, DeskEvents counter) {
        this.desk = desk;
        this.keys = keys;
        this.counter = counter;
        addClassName("k-desk-said");
        notice.addClassName("k-desk-result");
        place.addClassName("k-desk-undo");
        add(notice, place);
        setVisible(false);
    }

    void say(Posted posted) {
        notice.say(posted.alreadyKnown() ? Notice.Kind.WARNING : Notice.Kind.SUCCESS, posted.sentence());
        place.removeAll();
        posted.undo().ifPresent(this::offer);
        setVisible(true);
    }

    /** A button of its own for each offer: its minute begins when it is shown. */
    private void offer(Undo undo) {
        until = Optional.of(desk.words().clock().instant().plus(OFFERED));
        TillRequest<Undo> request = new TillRequest<>(keys);
        RetryableSubmission<Undo, String> posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        Button button = new Button(desk.text("undo"), click -> press(posting, undo));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        place.add(button);
    }

    private void press(RetryableSubmission<Undo, String> posting, Undo undo) {
        boolean isOver =
                until.filter(end -> desk.words().clock().instant().isAfter(end)).isPresent();
        if (isOver && !posting.request().isInDoubt()) {
            place.removeAll();
            notice.say(Notice.Kind.WARNING, desk.text("undo.late"));
        } else {
            posting.press(undo);
        }
    }

    void hide() {
        setVisible(false);
        place.removeAll();
    }

    @Override
    public String post(Requested requested, Undo undo) {
        return undo.post(requested);
    }

    @Override
    public String sentence(Undo undo, String done) {
        return done;
    }

    @Override
    public String inWords(Undo undo) {
        return desk.text("undo");
    }

    @Override
    public void clear() {
        place.removeAll();
    }

    @Override
    public void again() {}
}
