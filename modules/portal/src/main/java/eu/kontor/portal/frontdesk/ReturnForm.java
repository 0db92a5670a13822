package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.GuestPresenter.VisitLine;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portalkit.forms.PressBinder;
import eu.kontor.portalkit.look.Notice;
import java.math.BigDecimal;
import java.util.Currency;

/** Takes a purchase back, or as much of it as is paid back; whatever outlet of the brand it was bought at. */
final class ReturnForm extends Div implements RetryableSubmission.Form<ReturnForm.Wish, ReversalReceipt> {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient TillPresenter till;
    private final transient VisitLine line;
    private final transient DeskEvents counter;
    private final transient RetryableSubmission<Wish, ReversalReceipt> posting;
    private final TextField amount = new TextField();
    private final Notice notice = new Notice();
    private final PressBinder<Typed> binder = new PressBinder<>();

    /** So much of a purchase. */
    record Wish(PostingId purchase, String outlet, MoneyAmount amount) {}

    private static final class Typed {
        private BigDecimal amount;
    }

    ReturnForm(Desk desk, TillPresenter till, TillRequest<Wish> request, VisitLine line, DeskEvents counter) {
        this.desk = desk;
        this.till = till;
        this.line = line;
        this.counter = counter;
        this.posting = new RetryableSubmission<>(desk, request, counter, this, notice);
        addClassName("k-till");
        var visit = line.visit();
        MoneyAmount left = visit.takenBack().amountLeft();
        Currency currency = left.currency();
        Paragraph sold = new Paragraph(desk.text(
                "return.sold",
                desk.words().formats().money(visit.amount()),
                desk.words().formats().day(visit.businessDate()),
                line.outlet(),
                desk.words().formats().money(left)));
        amount.setLabel(desk.text("return.amount"));
        amount.addClassName("k-till-amount");
        amount.getElement().setAttribute("inputmode", "decimal");
        amount.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        amount.setSuffixComponent(new Span(currency.getCurrencyCode()));
        amount.setValue(desk.words().formats().amount(left.amount()));
        amount.addKeyDownListener(Key.ENTER, enter -> press());
        binder.forField(amount)
                .withValidator(typed -> !typed.isEmpty(), desk.text("return.amountMissing"))
                .withConverter(TypedAmount.amount(() -> currency, desk.text("amountUnreadable")))
                .bind(typed -> typed.amount, (typed, value) -> typed.amount = value);
        Button post = new Button(desk.text("return.post"), click -> press());
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph rule = new Paragraph(desk.text("return.rule"));
        rule.addClassName("k-quiet");
        add(sold, amount, rule, notice, post);
    }

    void begin() {
        amount.focus();
    }

    void press() {
        notice.hide();
        Typed typed = new Typed();
        if (binder.read(typed)) {
            posting.press(new Wish(
                    line.visit().purchase(),
                    counter.outlet().get(),
                    MoneyAmount.rounded(typed.amount, line.visit().amount().currency())));
        }
    }

    @Override
    public ReversalReceipt post(Requested requested, Wish wish) {
        return till.takeBack(desk.caller(), requested, wish);
    }

    @Override
    public String sentence(Wish wish, ReversalReceipt receipt) {
        String taken = desk.text(
                "return.done",
                inWords(wish),
                desk.words().points(receipt.takenBack()),
                desk.words().formats().points(receipt.availableAfter()));
        return receipt.owed().isZero()
                ? taken
                : taken + " " + desk.text("return.owed", desk.words().points(receipt.owed()));
    }

    @Override
    public String inWords(Wish wish) {
        return desk.words().formats().money(wish.amount());
    }

    @Override
    public void clear() {
        binder.clear();
    }

    @Override
    public void again() {
        amount.focus();
    }
}
