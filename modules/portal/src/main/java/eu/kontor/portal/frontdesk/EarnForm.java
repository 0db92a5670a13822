package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Tickets.PaidWithPoints;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.frontdesk.TillPresenter.Category;
import eu.kontor.portal.frontdesk.TillPresenter.Part;
import eu.kontor.portal.frontdesk.TillPresenter.Preview;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amount in, points out: says what the sale would earn and why while it is typed, and posts it with Enter; with points that pay a part of it. */
final class EarnForm extends Div implements RetryableSubmission.Form<Bill, EarnForm.Earned> {

    private static final long serialVersionUID = 1L;
    /** The preview follows the amount, not each digit. */
    private static final int TYPING_PAUSE_MILLISECONDS = 250;

    private final transient Desk desk;
    private final transient DeskWork work;
    private final transient Guest guest;
    private final transient DeskEvents counter;
    private final transient RetryableSubmission<Bill, Earned> posting;
    private final transient TillRequest<Bill> request;
    private final LineField amount = new LineField();
    private final CurrencySelect currency;
    private final BillNumber number;
    private final Paragraph preview = new Paragraph();
    private final PointsPart points;
    private final Notice notice = new Notice();
    private final Button post = new Button();
    private final PressBinder<Typed> binder = new PressBinder<>();
    private transient Optional<MoneyAmount> meantSo = Optional.empty();

    /** What was typed: the whole amount and the parts of it that a rule looks at. */
    private static final class Typed {
        private BigDecimal whole;
        private final List<Part> parts = new ArrayList<>();
        private Optional<Points> points = Optional.empty();
    }

    /** @param paid what points paid of it */
    record Earned(PurchaseReceipt purchase, Optional<PaidWithPoints> paid) {

        private static Earned of(TicketReceipt ticket) {
            return new Earned(ticket.purchase(), ticket.redemption());
        }
    }

    EarnForm(Desk desk, DeskWork work, TillRequest<Bill> request, Guest guest, DeskEvents counter) {
        this.desk = desk;
        this.work = work;
        this.request = request;
        this.guest = guest;
        this.counter = counter;
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        this.currency = new CurrencySelect(desk);
        this.number = new BillNumber(desk);
        this.points = new PointsPart(desk, work.till(), guest, currency::getValue);
        addClassNames("k-till", "k-earn");
        amount.setLabel(desk.text("amount"));
        amount.addClassName("k-till-amount");
        amount.getElement().setAttribute("inputmode", "decimal");
        amount.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        work.till()
                .usual(desk.caller(), counter.outlet().get())
                .ifPresent(usual -> amount.setHelperText(desk.text("earn.usual", usual.name())));
        currency.addValueChangeListener(change -> {
            preview();
            points.tellWorth();
        });
        if (!currency.isVisible()) {
            amount.setSuffixComponent(currency.sign());
        }
        binder.forField(amount)
                .withValidator(typed -> !typed.isEmpty(), desk.text("amountMissing"))
                .withConverter(TypedAmount.amount(desk, currency::getValue))
                .bind(typed -> typed.whole, (typed, value) -> typed.whole = value);
        listen(amount);
        DeskFocus.enterPosts(number, this::press);
        Div row = new Div(amount, currency, number);
        row.addClassName("k-till-row");
        preview.addClassName("k-till-preview");
        preview.getElement().setAttribute("role", "status");
        preview.setText(desk.text("earn.hint"));
        post.setText(desk.text("earn.post"));
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.addClickListener(click -> press());
        add(row, new BillParts(desk, work.till(), counter.outlet().get(), this::bind), preview, points, notice, post);
        bindPoints();
        writeRequest();
    }

    /** Was pressed on a page that is gone, and nobody has seen the answer. */
    void resume(String key) {
        request.resume(key);
        writeRequest();
    }

    /** The browser keeps it in the address once it is pressed: the server may be another one by the time of the next press. */
    private void writeRequest() {
        getElement().setAttribute("data-request", request.key());
    }

    /** A part may be left out. */
    private void bind(LineField field, Category category) {
        binder.forField(field)
                .withConverter(TypedAmount.amountOrNone(desk, currency::getValue))
                .bind(typed -> BigDecimal.ZERO, (typed, value) -> {
                    if (value.signum() > 0) {
                        typed.parts.add(new Part(category.category(), category.kind(), value));
                    }
                });
        listen(field);
    }

    /** Asked for only where somebody wants to pay with them. */
    private void bindPoints() {
        Converter<String, Points> some = points.points.some(desk.text("redeem.missing"));
        binder.forField(points.points)
                .withConverter(Converter.from(
                        typed -> points.isOpen()
                                ? some.convertToModel(typed, null).flatMap(read -> Result.ok(Optional.of(read)))
                                : Result.ok(Optional.<Points>empty()),
                        read -> read.map(Points::toString).orElse("")))
                .bind(typed -> typed.points, (typed, read) -> typed.points = read);
        binder.forField(points.code)
                .withValidator(digits -> !points.isOpen() || !digits.isEmpty(), desk.text("code.missing"))
                .bind(typed -> "", (typed, digits) -> {});
        DeskFocus.enterPosts(points.code, this::press);
    }

    /** After it is bound: what is read while typing may be told at the field. */
    private void listen(LineField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        field.addValueChangeListener(change -> preview());
        DeskFocus.enterPosts(field, this::press);
    }

    void begin() {
        DeskFocus.on(amount);
    }

    /** As it was typed before the page was loaded anew. */
    void propose(String typed) {
        amount.setValue(typed);
    }

    /** The same of the bill's number. */
    void proposeNumber(String typed) {
        number.setValue(typed);
    }

    /** To be kept where the forms are laid anew. */
    String typed() {
        return amount.getValue();
    }

    String typedNumber() {
        return number.getValue();
    }

    private void preview() {
        notice.hide();
        binder.forgive();
        if (amount.isEmpty()) {
            preview.setText(desk.text("earn.hint"));
            return;
        }
        Typed typed = new Typed();
        if (binder.readForPreview(typed, points.points, points.code)) {
            preview(bill(typed));
        }
    }

    private void preview(Bill bill) {
        if (bill.isNothingPaid()) {
            preview.setText(desk.text("nothingPaid.hint"));
            return;
        }
        try {
            Preview would = work.till().preview(desk.caller(), guest.card().orElseThrow(), bill);
            preview.removeAll();
            Span earns = new Span(desk.text("earn.wouldPoints", desk.words().points(would.points())));
            earns.addClassName("k-till-points");
            preview.add(earns, new Span(would.sentence()));
        } catch (RuntimeException failure) {
            preview.setText("");
            notice.error(desk.sentence(failure));
        }
    }

    void press() {
        Typed typed = new Typed();
        if (binder.read(typed)) {
            press(bill(typed));
        }
    }

    private void press(Bill bill) {
        doubt(bill).ifPresentOrElse(UnusualAmount::open, () -> post(bill));
    }

    /** Asked once for each amount. */
    private Optional<UnusualAmount> doubt(Bill bill) {
        if (meantSo.equals(Optional.of(bill.amount()))) {
            return Optional.empty();
        }
        UnusualAmount.Ways ways = new UnusualAmount.Ways(this::again, () -> {
            meantSo = Optional.of(bill.amount());
            post(bill);
        });
        return bill.isNothingPaid()
                ? Optional.of(UnusualAmount.nothing(desk, ways))
                : work.tickets()
                        .usualBelow(desk.caller(), bill.outlet(), bill.amount())
                        .map(usual -> UnusualAmount.high(desk, bill.amount(), usual, ways));
    }

    private void post(Bill bill) {
        posting.press(bill);
        writeRequest();
    }

    @Override
    public Earned post(Requested requested, Bill bill) {
        var card = guest.card().orElseThrow();
        return bill.paidWithPoints()
                .map(some -> Earned.of(
                        work.tickets().earn(desk.caller(), requested, card, bill, some, points.code.getValue())))
                .orElseGet(() -> new Earned(work.till().earn(desk.caller(), requested, card, bill), Optional.empty()));
    }

    @Override
    public String sentence(Bill bill, Earned earned) {
        PurchaseReceipt receipt = earned.purchase();
        if (receipt.alreadyKnown()) {
            boolean isTakenBack = work.tickets().isTakenBack(desk.caller(), receipt.id());
            return desk.text(
                    isTakenBack ? "earn.knownTakenBack" : "earn.known",
                    bill.number(),
                    inWords(bill),
                    desk.words().points(receipt.earning().points()));
        }
        String balance = desk.words().formats().points(receipt.availableAfter());
        String done = bill.isNothingPaid()
                ? desk.text("nothingPaid.done", balance)
                : desk.text("earn.done", desk.words().points(receipt.earning().points()), inWords(bill), balance);
        String paid = earned.paid()
                .map(some -> " "
                        + desk.text(
                                "earn.paid",
                                desk.words().points(some.points()),
                                desk.words().formats().money(some.value()),
                                desk.words()
                                        .formats()
                                        .money(bill.amount().plus(some.value().negated()))))
                .orElse("");
        String repaid = receipt.debt().repaid().isZero()
                ? ""
                : " "
                        + desk.text(
                                "earn.repaid",
                                desk.words().points(receipt.debt().repaid()),
                                desk.words().formats().points(receipt.debt().left()));
        return done + paid + repaid;
    }

    /** All of it, and with it the points that paid. */
    @Override
    public Optional<Undo> undo(Bill bill, Earned earned) {
        ReturnForm.Wish all = new ReturnForm.Wish(
                earned.purchase().id(), bill.outlet(), Optional.empty(), List.of(), desk.text("undo.reason"));
        return Optional.of(
                requested -> ReturnForm.sentence(desk, work.tickets().takeBack(desk.caller(), requested, all)));
    }

    @Override
    public boolean isAlreadyKnown(Earned earned) {
        return earned.purchase().alreadyKnown();
    }

    @Override
    public Touched touched(Bill bill, Earned earned) {
        return new Touched(Optional.of(earned.purchase().id()), earned.paid().map(PaidWithPoints::redemption));
    }

    @Override
    public String inWords(Bill bill) {
        return desk.words().formats().money(bill.amount());
    }

    @Override
    public void clear() {
        binder.clear();
        number.clear();
        points.close();
        meantSo = Optional.empty();
    }

    @Override
    public void again() {
        DeskFocus.on(amount);
    }

    private Bill bill(Typed typed) {
        return new Bill(
                counter.outlet().get(),
                MoneyAmount.rounded(typed.whole, currency.getValue()),
                List.copyOf(typed.parts),
                work.till()
                        .usual(desk.caller(), counter.outlet().get())
                        .map(Category::category)
                        .orElse(""),
                typed.points,
                number.typed());
    }
}
