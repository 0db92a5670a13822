package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.html.Div;
import eu.kontor.kernel.Points;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;

/**
 * A form that takes points from a guest, who agrees with the confirmation code.
 *
 * @param <W> what is asked for
 * @param <R> the receipt
 */
abstract class PointsForm<W extends PointsForm.Wish, R> extends Div implements RetryableSubmission.Form<W, R> {

    private static final long serialVersionUID = 1L;

    final transient Desk desk;
    final transient DeskEvents counter;
    final PointsField points;
    final CodeField code;
    final Notice notice = new Notice();
    final PressBinder<Typed> binder = new PressBinder<>();
    private final transient Typed typed = new Typed();
    private final transient RetryableSubmission<W, R> submission;

    /** What is asked for, without the guest's code: a code typed anew does not make it something else. */
    interface Wish {
        Points points();
    }

    /** What was typed, as far as it is the same for all. */
    static final class Typed {
        private Points points;
        private String code;
    }

    @SuppressWarnings("this-escape") // a component is put together in its constructor; nobody else sees it before
    PointsForm(Desk desk, TillRequest<W> request, DeskEvents counter) {
        this.desk = desk;
        this.counter = counter;
        this.points = new PointsField(desk);
        this.code = new CodeField(desk);
        this.submission = new RetryableSubmission<>(desk, request, counter, this, notice);
        addClassName("k-till");
        DeskFocus.enterLeadsTo(points, "vaadin-password-field");
        DeskFocus.enterPosts(code, this::press);
    }

    /** Called when the fields before the points are bound: mistakes are said in this order. */
    final void bindPointsAndCode(String pointsMissing) {
        binder.forField(points)
                .withConverter(points.some(pointsMissing))
                .bind(typed -> typed.points, (typed, some) -> typed.points = some);
        binder.forField(code)
                .withValidator(digits -> !digits.isEmpty(), desk.text("code.missing"))
                .bind(typed -> typed.code, (typed, digits) -> typed.code = digits);
    }

    /** What is asked for, when all fields are good. */
    abstract W wish(Points some);

    /** What is asked for, agreed to with the code. */
    abstract R post(RequestKeys.Requested requested, W wish, String agreed);

    final void press() {
        notice.hide();
        if (binder.read(typed)) {
            submission.press(wish(typed.points));
        }
    }

    @Override
    public final R post(RequestKeys.Requested requested, W wish) {
        return post(requested, wish, code.getValue());
    }

    @Override
    public final String inWords(W wish) {
        return desk.words().points(wish.points());
    }

    @Override
    public void clear() {
        binder.clear();
    }

    @Override
    public final void again() {
        DeskFocus.on(code);
    }
}
