package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TicketReturns.TicketReturnReceipt;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Takes a purchase back: as a whole, by amount, or by line; with the points that paid for it, at whatever outlet of the brand it was bought. */
final class ReturnForm extends Div implements RetryableSubmission.Form<ReturnForm.Wish, TicketReturnReceipt> {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient TicketsPresenter tickets;
    private final transient VisitLine line;
    private final transient DeskEvents counter;
    private final transient RetryableSubmission<Wish, TicketReturnReceipt> posting;
    private final LineField amount = new LineField();
    private final ReturnedLines lines;
    private final ReasonField reason;
    private final Notice notice = new Notice();
    private final PressBinder<Typed> binder = new PressBinder<>();

    /**
     * So much of a purchase.
     *
     * @param amount empty where lines say it
     */
    record Wish(
            PostingId purchase, String outlet, Optional<MoneyAmount> amount, List<ReturnedLine> lines, String reason) {}

    private static final class Typed {
        private BigDecimal amount;
    }

    ReturnForm(Desk desk, TicketsPresenter tickets, TillRequest<Wish> request, VisitLine line, DeskEvents counter) {
        this.desk = desk;
        this.tickets = tickets;
        this.line = line;
        this.counter = counter;
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        this.lines = new ReturnedLines(desk, line.visit(), this::amountOrLines, this::press);
        this.reason = new ReasonField(desk, "reason.back", "reason.wrong", "reason.calledOff", "reason.complaint");
        addClassName("k-till");
        var visit = line.visit();
        MoneyAmount left = visit.takenBack().amountLeft();
        Paragraph sold = new Paragraph(desk.text(
                "return.sold",
                desk.words().formats().money(visit.amount()),
                desk.words().formats().day(visit.businessDate()),
                line.outlet(),
                desk.words().formats().money(left)));
        amountField(left);
        Button post = new Button(desk.text("return.post"), click -> press());
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph rule = new Paragraph(desk.text("return.rule"));
        rule.addClassName("k-quiet");
        add(sold, lines, amount, reason, rule, notice, post);
    }

    private void amountField(MoneyAmount left) {
        Currency currency = left.currency();
        amount.setLabel(desk.text("return.amount"));
        amount.addClassName("k-till-amount");
        amount.getElement().setAttribute("inputmode", "decimal");
        amount.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        amount.setSuffixComponent(new Span(desk.words().formats().sign(currency)));
        amount.setValue(desk.words().formats().amount(left.amount()));
        DeskFocus.enterPosts(amount, this::press);
        binder.forField(amount)
                .withValidator(
                        typed -> !typed.isEmpty() || !lines.chosen().isEmpty(), desk.text("return.amountMissing"))
                .withConverter(TypedAmount.amountOrNone(desk, () -> currency))
                .bind(typed -> typed.amount, (typed, value) -> typed.amount = value);
    }

    /** Lines come back for what they were sold for. */
    private void amountOrLines() {
        boolean byLine = !lines.chosen().isEmpty();
        amount.setEnabled(!byLine);
        if (byLine) {
            amount.clear();
        } else if (amount.isEmpty()) {
            amount.setValue(desk.words()
                    .formats()
                    .amount(line.visit().takenBack().amountLeft().amount()));
        }
    }

    void begin() {
        DeskFocus.on(amount);
    }

    void press() {
        notice.hide();
        Typed typed = new Typed();
        if (!lines.isReadable()) {
            notice.error(desk.text("return.quantityUnreadable"));
            again();
        } else if (binder.read(typed)) {
            List<ReturnedLine> chosen = lines.chosen();
            posting.press(new Wish(
                    line.visit().purchase(),
                    counter.outlet().get(),
                    chosen.isEmpty()
                            ? Optional.of(MoneyAmount.rounded(
                                    typed.amount, line.visit().amount().currency()))
                            : Optional.empty(),
                    chosen,
                    reason.reason()));
        }
    }

    @Override
    public TicketReturnReceipt post(Requested requested, Wish wish) {
        return tickets.takeBack(desk.caller(), requested, wish);
    }

    @Override
    public String sentence(Wish wish, TicketReturnReceipt receipt) {
        return sentence(desk, receipt);
    }

    /** What is given back in money and in points, and what is taken. */
    static String sentence(Desk desk, TicketReturnReceipt receipt) {
        String taken = desk.text(
                "return.done",
                desk.words().formats().money(receipt.amount()),
                desk.words().points(receipt.purchase().takenBack()),
                desk.words().formats().points(receipt.availableAfter()));
        String back = receipt.redemption()
                .map(points -> " "
                        + desk.text(
                                "return.pointsBack",
                                desk.words().points(points.points()),
                                desk.words().formats().money(receipt.toRefund())))
                .orElse("");
        String owed = receipt.debtAfter().isZero()
                ? ""
                : " " + desk.text("return.owed", desk.words().points(receipt.debtAfter()));
        return taken + back + owed;
    }

    @Override
    public Touched touched(Wish wish, TicketReturnReceipt receipt) {
        return Touched.purchase(wish.purchase());
    }

    @Override
    public String inWords(Wish wish) {
        return wish.amount().map(desk.words().formats()::money).orElseGet(() -> desk.text("return.someLines"));
    }

    @Override
    public void clear() {
        binder.clear();
    }

    @Override
    public void again() {
        DeskFocus.on(lines.first().orElse(amount));
    }
}
