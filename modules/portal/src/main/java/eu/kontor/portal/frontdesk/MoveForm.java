package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import eu.kontor.checkout.api.Checkout.MoveReceipt;
import eu.kontor.kernel.CardNumber;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import java.util.Optional;

/** Moves a purchase that was rung up on the wrong card to the right one. */
final class MoveForm extends Div implements RetryableSubmission.Form<MoveForm.Wish, MoveReceipt> {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient TicketsPresenter tickets;
    private final transient VisitLine line;
    private final transient CardNumber wrong;
    private final transient RetryableSubmission<Wish, MoveReceipt> posting;
    private final LineField card = new LineField();
    private final Notice notice = new Notice();
    private final PressBinder<Typed> binder = new PressBinder<>();

    /** @param card as typed or scanned */
    record Wish(PostingId purchase, String card) {}

    /** @param wrong the card that it was rung up on */
    record Sold(VisitLine line, CardNumber wrong) {}

    private static final class Typed {
        private String card;
    }

    MoveForm(Desk desk, TicketsPresenter tickets, TillRequest<Wish> request, Sold sold, DeskEvents counter) {
        this.desk = desk;
        this.tickets = tickets;
        this.line = sold.line();
        this.wrong = sold.wrong();
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        addClassName("k-till");
        var visit = line.visit();
        Paragraph was = new Paragraph(desk.text(
                "move.sold",
                desk.words().formats().money(visit.amount()),
                desk.words().formats().day(visit.businessDate()),
                line.outlet()));
        card.setLabel(desk.text("move.card"));
        card.addClassName("k-till-card");
        card.setAutocomplete(Autocomplete.OFF);
        card.getElement().setAttribute("inputmode", "numeric");
        DeskFocus.enterPosts(card, this::press);
        binder.forField(card)
                .withValidator(typed -> !typed.isBlank(), desk.text("move.cardMissing"))
                .bind(typed -> typed.card, (typed, value) -> typed.card = value);
        Button post = new Button(desk.text("move.post"), click -> press());
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph rule = new Paragraph(desk.text("move.rule"));
        rule.addClassName("k-quiet");
        add(was, card, rule, notice, post);
    }

    void begin() {
        DeskFocus.on(card);
    }

    void press() {
        notice.hide();
        Typed typed = new Typed();
        if (binder.read(typed)) {
            posting.press(new Wish(line.visit().purchase(), typed.card));
        }
    }

    @Override
    public MoveReceipt post(Requested requested, Wish wish) {
        return tickets.move(desk.caller(), requested, wish);
    }

    @Override
    public String sentence(Wish wish, MoveReceipt receipt) {
        String moved = desk.text(
                "move.done",
                inWords(wish),
                receipt.purchase().card().grouped(),
                desk.words().points(receipt.purchase().earning().points()));
        return receipt.debtAfter().isZero()
                ? moved
                : moved + " " + desk.text("move.owed", desk.words().points(receipt.debtAfter()));
    }

    /** It moves back, and is another purchase once more. */
    @Override
    public Optional<Undo> undo(Wish wish, MoveReceipt receipt) {
        Wish back = new Wish(receipt.purchase().id(), wrong.value());
        return Optional.of(requested -> sentence(back, tickets.move(desk.caller(), requested, back)));
    }

    @Override
    public Touched touched(Wish wish, MoveReceipt receipt) {
        return Touched.purchase(wish.purchase());
    }

    @Override
    public String inWords(Wish wish) {
        return desk.words().formats().money(line.visit().amount());
    }

    @Override
    public void clear() {
        binder.clear();
    }

    @Override
    public void again() {
        DeskFocus.on(card);
    }
}
