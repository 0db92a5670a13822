package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.TillRecords.RedemptionRecord;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TicketsPresenter.RedemptionLine;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import java.util.Optional;

/** What was paid with points is brought back: all of the points, or some. */
final class RedemptionReturnForm extends Div
        implements RetryableSubmission.Form<RedemptionReturnForm.Wish, ReturnReceipt> {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient TicketsPresenter tickets;
    private final transient RedemptionRecord redemption;
    private final transient DeskEvents counter;
    private final transient RetryableSubmission<Wish, ReturnReceipt> posting;
    private final PointsField points;
    private final ReasonField reason;
    private final Notice notice = new Notice();
    private final PressBinder<Typed> binder = new PressBinder<>();

    /** @param points empty for all that are left */
    record Wish(PostingId hold, String outlet, Optional<Points> points, String reason) {}

    private static final class Typed {
        private Points points;
    }

    RedemptionReturnForm(
            Desk desk, TicketsPresenter tickets, TillRequest<Wish> request, RedemptionLine line, DeskEvents counter) {
        this.desk = desk;
        this.tickets = tickets;
        this.redemption = line.redemption();
        this.counter = counter;
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        this.points = new PointsField(desk);
        this.reason = new ReasonField(desk, "reason.back", "reason.wrong", "reason.calledOff", "reason.complaint");
        addClassName("k-till");
        Paragraph paid = new Paragraph(desk.text(
                "giveBack.paid",
                desk.words().points(redemption.points()),
                redemption.value().map(desk.words().formats()::money).orElse("–"),
                desk.words().formats().day(redemption.businessDate()),
                line.outlet(),
                desk.words().points(redemption.pointsLeft())));
        points.show(redemption.pointsLeft());
        DeskFocus.enterPosts(points, this::press);
        binder.forField(points)
                .withConverter(points.some(desk.text("giveBack.missing")))
                .bind(typed -> typed.points, (typed, some) -> typed.points = some);
        Button post = new Button(desk.text("giveBack.post"), click -> press());
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph rule = new Paragraph(desk.text("giveBack.rule"));
        rule.addClassName("k-quiet");
        add(paid, points, reason, rule, notice, post);
    }

    void begin() {
        DeskFocus.on(points);
    }

    void press() {
        notice.hide();
        Typed typed = new Typed();
        if (binder.read(typed)) {
            posting.press(
                    new Wish(redemption.hold(), counter.outlet().get(), Optional.of(typed.points), reason.reason()));
        }
    }

    @Override
    public ReturnReceipt post(Requested requested, Wish wish) {
        return tickets.giveBack(desk.caller(), requested, wish);
    }

    @Override
    public String sentence(Wish wish, ReturnReceipt receipt) {
        return sentence(desk, receipt);
    }

    static String sentence(Desk desk, ReturnReceipt receipt) {
        return desk.text(
                "giveBack.done",
                desk.words().points(receipt.points()),
                receipt.value().map(desk.words().formats()::money).orElse("–"),
                desk.words().formats().points(receipt.availableAfter()));
    }

    @Override
    public Touched touched(Wish wish, ReturnReceipt receipt) {
        return Touched.redemption(wish.hold());
    }

    @Override
    public String inWords(Wish wish) {
        return desk.words().points(wish.points().orElse(redemption.pointsLeft()));
    }

    @Override
    public void clear() {
        binder.clear();
    }

    @Override
    public void again() {
        DeskFocus.on(points);
    }
}
