package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Category;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Something of a purchase comes back and something else is taken for it: both on one bill, which may come to less than nothing. */
final class ExchangeForm extends Div implements RetryableSubmission.Form<ExchangeForm.Wish, TicketReceipt> {

    private static final long serialVersionUID = 1L;
    /** What is to pay follows the amounts, not each digit. */
    private static final int TYPING_PAUSE_MILLISECONDS = 250;

    private final transient Desk desk;
    private final transient DeskWork work;
    private final transient Sold sold;
    private final transient DeskEvents counter;
    private final transient RetryableSubmission<Wish, TicketReceipt> posting;
    private final ReturnedLines lines;
    private final LineField worth = new LineField();
    private final LineField taken = new LineField();
    private final BillNumber number;
    private final Paragraph difference = new Paragraph();
    private final Notice notice = new Notice();
    private final PressBinder<Typed> binder = new PressBinder<>();

    /** Of which something comes back, and on whose card the bill is rung up. */
    record Sold(VisitLine line, CardNumber card) {}

    /**
     * One bill.
     *
     * @param back of the purchase, each for what it was sold for
     * @param taken for how much something else is taken
     * @param number of the bill; empty: nobody typed it
     */
    record Wish(PostingId purchase, CardNumber card, String outlet, List<Back> back, MoneyAmount taken, String number) {

        Wish {
            back = List.copyOf(back);
        }

        MoneyAmount toPay() {
            BigDecimal worth = back.stream().map(Back::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            return taken.plus(new MoneyAmount(worth, taken.currency()).negated());
        }
    }

    /** @param line of the purchase; empty: the amount takes of all of them alike */
    record Back(Optional<String> line, BigDecimal quantity, BigDecimal amount) {}

    private static final class Typed {
        private BigDecimal worth;
        private BigDecimal taken;
    }

    ExchangeForm(Desk desk, DeskWork work, TillRequest<Wish> request, Sold sold, DeskEvents counter) {
        this.desk = desk;
        this.work = work;
        this.sold = sold;
        this.counter = counter;
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        this.lines = new ReturnedLines(desk, sold.line().visit(), this::amountOrLines, this::press);
        this.number = new BillNumber(desk);
        addClassNames("k-till", "k-exchange");
        var visit = sold.line().visit();
        MoneyAmount left = visit.takenBack().amountLeft();
        Paragraph what = new Paragraph(desk.text(
                "return.sold",
                desk.words().formats().money(visit.amount()),
                desk.words().formats().day(visit.businessDate()),
                sold.line().outlet(),
                desk.words().formats().money(left)));
        amount(worth, "exchange.back");
        worth.setValue(desk.words().formats().amount(left.amount()));
        binder.forField(worth)
                .withValidator(
                        typed -> !typed.isEmpty() || !lines.chosen().isEmpty(), desk.text("return.amountMissing"))
                .withConverter(TypedAmount.amountOrNone(desk, this::currency))
                .bind(typed -> typed.worth, (typed, value) -> typed.worth = value);
        amount(taken, "exchange.taken");
        binder.forField(taken)
                .withValidator(typed -> !typed.isEmpty(), desk.text("exchange.takenMissing"))
                .withConverter(TypedAmount.amount(desk, this::currency))
                .bind(typed -> typed.taken, (typed, value) -> typed.taken = value);
        DeskFocus.enterPosts(number, this::press);
        difference.addClassName("k-till-preview");
        difference.getElement().setAttribute("role", "status");
        Button post = new Button(desk.text("exchange.post"), click -> press());
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph rule = new Paragraph(desk.text("exchange.rule"));
        rule.addClassName("k-quiet");
        add(what, lines, worth, taken, number, difference, rule, notice, post);
    }

    private Currency currency() {
        return sold.line().visit().amount().currency();
    }

    private void amount(LineField field, String label) {
        field.setLabel(desk.text(label));
        field.addClassName("k-till-amount");
        field.getElement().setAttribute("inputmode", "decimal");
        field.setAutocomplete(Autocomplete.OFF);
        field.setSuffixComponent(new Span(desk.words().formats().sign(currency())));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        field.addValueChangeListener(change -> tellDifference());
        DeskFocus.enterPosts(field, this::press);
    }

    /** Lines come back for what they were sold for. */
    private void amountOrLines() {
        boolean byLine = !lines.chosen().isEmpty();
        worth.setEnabled(!byLine);
        if (byLine) {
            worth.clear();
        } else if (worth.isEmpty()) {
            worth.setValue(desk.words()
                    .formats()
                    .amount(sold.line().visit().takenBack().amountLeft().amount()));
        }
        tellDifference();
    }

    /** While it is typed: as far as it can be read. */
    private void tellDifference() {
        notice.hide();
        binder.forgive();
        Optional<BigDecimal> other = parsed(taken);
        Optional<BigDecimal> back = lines.chosen().isEmpty() ? parsed(worth) : Optional.of(BigDecimal.ZERO);
        difference.setText(
                other.isPresent() && back.isPresent() && lines.isReadable()
                        ? toPay(desk, wish(back.get(), other.get()).toPay())
                        : "");
    }

    private Optional<BigDecimal> parsed(LineField field) {
        return TypedAmount.parse(field.getValue(), currency(), desk.words().language());
    }

    void begin() {
        DeskFocus.on(taken);
    }

    void press() {
        notice.hide();
        Typed typed = new Typed();
        if (!lines.isReadable()) {
            notice.error(desk.text("return.quantityUnreadable"));
            again();
        } else if (binder.read(typed)) {
            posting.press(wish(typed.worth, typed.taken));
        }
    }

    private Wish wish(BigDecimal back, BigDecimal other) {
        List<Back> chosen = lines.back();
        return new Wish(
                sold.line().visit().purchase(),
                sold.card(),
                counter.outlet().get(),
                chosen.isEmpty() ? List.of(new Back(Optional.empty(), BigDecimal.ONE, back)) : chosen,
                MoneyAmount.rounded(other, currency()),
                number.typed());
    }

    @Override
    public TicketReceipt post(Requested requested, Wish wish) {
        String rest = work.till()
                .usual(desk.caller(), wish.outlet())
                .map(Category::category)
                .orElse("");
        return work.tickets().exchange(desk.caller(), requested, wish, rest);
    }

    @Override
    public String sentence(Wish wish, TicketReceipt receipt) {
        PurchaseReceipt bill = receipt.purchase();
        if (bill.alreadyKnown()) {
            return desk.text(
                    "earn.known",
                    wish.number(),
                    desk.words().formats().money(wish.toPay()),
                    desk.words().points(bill.earning().points()));
        }
        Points takenBack =
                bill.returned().stream().map(ReversalReceipt::takenBack).reduce(Points.ZERO, Points::plus);
        Points cameBack = bill.returned().stream()
                .flatMap(back -> back.pointsBack().stream())
                .map(ReturnReceipt::points)
                .reduce(Points.ZERO, Points::plus);
        String done = desk.text(
                "exchange.done",
                desk.words().points(bill.earning().points()),
                desk.words().points(takenBack),
                toPay(desk, receipt.toPay()),
                desk.words().formats().points(bill.availableAfter()));
        return cameBack.isZero()
                ? done
                : done + ' ' + desk.text("exchange.pointsBack", desk.words().points(cameBack));
    }

    private static String toPay(Desk desk, MoneyAmount amount) {
        return switch (amount.amount().signum()) {
            case 1 -> desk.text("exchange.toPay", desk.words().formats().money(amount));
            case -1 -> desk.text("exchange.toGive", desk.words().formats().money(amount.negated()));
            default -> desk.text("exchange.even");
        };
    }

    @Override
    public boolean isAlreadyKnown(TicketReceipt receipt) {
        return receipt.purchase().alreadyKnown();
    }

    @Override
    public Touched touched(Wish wish, TicketReceipt receipt) {
        return Touched.purchase(receipt.purchase().id());
    }

    @Override
    public String inWords(Wish wish) {
        return desk.words().formats().money(wish.taken());
    }

    @Override
    public void clear() {
        binder.clear();
        number.clear();
    }

    @Override
    public void again() {
        DeskFocus.on(taken);
    }
}
