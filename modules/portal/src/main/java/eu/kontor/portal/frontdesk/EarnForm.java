package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.checkout.api.Checkout.DebtAfterEarning;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.frontdesk.TillPresenter.Category;
import eu.kontor.portal.frontdesk.TillPresenter.Part;
import eu.kontor.portal.frontdesk.TillPresenter.Preview;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.program.api.LineKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amount in, points out: says what the sale would earn and why while it is typed, and posts it with Enter. */
final class EarnForm extends Div implements RetryableSubmission.Form<Bill, PurchaseReceipt> {

    private static final long serialVersionUID = 1L;
    /** The preview follows the amount, not each digit. */
    private static final int TYPING_PAUSE_MILLISECONDS = 250;

    private final transient Desk desk;
    private final transient TillPresenter till;
    private final transient Guest guest;
    private final transient DeskEvents counter;
    private final transient RetryableSubmission<Bill, PurchaseReceipt> posting;
    private final TextField amount = new TextField();
    private final CurrencySelect currency;
    private final Paragraph preview = new Paragraph();
    private final Notice notice = new Notice();
    private final Button post = new Button();
    private final PressBinder<Typed> binder = new PressBinder<>();

    /** What was typed: the whole amount and the parts of it that a rule looks at. */
    private static final class Typed {
        private BigDecimal whole;
        private final List<Part> parts = new ArrayList<>();
    }

    EarnForm(Desk desk, TillPresenter till, TillRequest<Bill> request, Guest guest, DeskEvents counter) {
        this.desk = desk;
        this.till = till;
        this.guest = guest;
        this.counter = counter;
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        this.currency = new CurrencySelect(desk);
        addClassName("k-till");
        amount.setLabel(desk.text("amount"));
        amount.addClassName("k-till-amount");
        amount.getElement().setAttribute("inputmode", "decimal");
        amount.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        currency.addValueChangeListener(change -> preview());
        if (!currency.isVisible()) {
            amount.setSuffixComponent(new Span(currency.getValue().getCurrencyCode()));
        }
        binder.forField(amount)
                .withValidator(typed -> !typed.isEmpty(), desk.text("amountMissing"))
                .withConverter(TypedAmount.amount(currency::getValue, desk.text("amountUnreadable")))
                .bind(typed -> typed.whole, (typed, value) -> typed.whole = value);
        listen(amount);
        Div row = new Div(amount, currency);
        row.addClassName("k-till-row");
        preview.addClassName("k-till-preview");
        preview.getElement().setAttribute("role", "status");
        preview.setText(desk.text("earn.hint"));
        post.setText(desk.text("earn.post"));
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.addClickListener(click -> press());
        add(row, partFields(), preview, notice, post);
    }

    private Div partFields() {
        Div fields = new Div();
        fields.addClassName("k-till-row");
        List<Category> parts = new ArrayList<>(till.categories(desk.caller()));
        if (till.tipsEarnNothing(desk.caller())) {
            parts.add(new Category("", LineKind.TIP, desk.text("tip")));
        }
        for (Category category : parts) {
            TextField field = new TextField(desk.text("ofWhich", category.name()));
            field.getElement().setAttribute("inputmode", "decimal");
            bind(field, category);
            listen(field);
            fields.add(field);
        }
        fields.setVisible(fields.getComponentCount() > 0);
        return fields;
    }

    /** A part may be left out. */
    private void bind(TextField field, Category category) {
        binder.forField(field)
                .withConverter(TypedAmount.amountOrNone(currency::getValue, desk.text("amountUnreadable")))
                .bind(typed -> BigDecimal.ZERO, (typed, value) -> {
                    if (value.signum() > 0) {
                        typed.parts.add(new Part(category.category(), category.kind(), value));
                    }
                });
    }

    /** After it is bound: what is read while typing may be told at the field. */
    private void listen(TextField field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        field.addValueChangeListener(change -> preview());
        field.addKeyDownListener(Key.ENTER, enter -> press());
    }

    void begin() {
        amount.focus();
    }

    private void preview() {
        notice.hide();
        binder.forgive();
        if (amount.isEmpty()) {
            preview.setText(desk.text("earn.hint"));
            return;
        }
        bill().ifPresent(bill -> {
            try {
                Preview would = till.preview(desk.caller(), guest.card().orElseThrow(), bill);
                preview.removeAll();
                Span points =
                        new Span(desk.text("earn.wouldPoints", desk.words().points(would.points())));
                points.addClassName("k-till-points");
                preview.add(points, new Span(would.sentence()));
            } catch (RuntimeException failure) {
                preview.setText("");
                notice.error(desk.sentence(failure));
            }
        });
    }

    void press() {
        bill().ifPresent(posting::press);
    }

    @Override
    public PurchaseReceipt post(Requested requested, Bill bill) {
        return till.earn(desk.caller(), requested, guest.card().orElseThrow(), bill);
    }

    @Override
    public String sentence(Bill bill, PurchaseReceipt receipt) {
        String earned = desk.text(
                "earn.done",
                desk.words().points(receipt.earning().points()),
                inWords(bill),
                desk.words().formats().points(receipt.availableAfter()));
        DebtAfterEarning debt = receipt.debt();
        return debt.repaid().isZero()
                ? earned
                : earned + " "
                        + desk.text(
                                "earn.repaid",
                                desk.words().points(debt.repaid()),
                                desk.words().formats().points(debt.left()));
    }

    @Override
    public String inWords(Bill bill) {
        return desk.words().formats().money(bill.amount());
    }

    @Override
    public void clear() {
        binder.clear();
    }

    @Override
    public void again() {
        amount.focus();
    }

    /** Empty when a field cannot be read; then the field says so. */
    private Optional<Bill> bill() {
        Typed typed = new Typed();
        return binder.read(typed)
                ? Optional.of(new Bill(counter.outlet().get(), money(typed.whole), List.copyOf(typed.parts)))
                : Optional.empty();
    }

    private MoneyAmount money(BigDecimal typed) {
        return MoneyAmount.rounded(typed, currency.getValue());
    }
}
