package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Redeemed;
import eu.kontor.portal.frontdesk.TillPresenter.Redemption;
import eu.kontor.portalkit.forms.LineField;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Points or their value in, the guest's confirmation code, and the bill is smaller. The two fields follow each other. */
final class RedeemForm extends PointsForm<RedeemForm.Wish, Redeemed> {

    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MILLISECONDS = 200;

    private final transient TillPresenter till;
    private final transient TicketsPresenter tickets;
    private final transient Guest guest;
    private final CurrencySelect currency;
    private final LineField value = new LineField();
    private final BillNumber bill;

    RedeemForm(Desk desk, DeskWork work, TillRequest<Wish> request, Guest guest, DeskEvents counter) {
        super(desk, request, counter);
        this.till = work.till();
        this.tickets = work.tickets();
        addClassName("k-redeem");
        this.guest = guest;
        this.currency = new CurrencySelect(desk);
        this.bill = new BillNumber(desk);
        figures();
        bindPointsAndCode(desk.text("redeem.missing"));
        Button all = new Button(desk.text("redeem.all"), click -> {
            points.show(guest.available());
            valueFollows();
        });
        DeskFocus.enterLeadsTo(all, "vaadin-password-field");
        all.setVisible(guest.enrolledHere());
        Button redeem = new Button(desk.text("redeem.post"), click -> press());
        redeem.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(points, new Span("="), value, currency, all);
        row.addClassName("k-till-row");
        DeskFocus.enterLeadsTo(bill, "vaadin-password-field");
        Paragraph least =
                new Paragraph(desk.text("redeem.least", desk.words().points(till.minimumRedemption(desk.caller()))));
        least.addClassName("k-till-preview");
        add(row, least, bill, code, notice, redeem);
    }

    private void figures() {
        points.setValueChangeMode(ValueChangeMode.LAZY);
        points.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        points.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                valueFollows();
            }
        });
        value.setLabel(desk.text("redeem.value"));
        if (!currency.isVisible()) {
            value.setSuffixComponent(currency.sign());
        }
        currency.addValueChangeListener(change -> valueFollows());
        value.getElement().setAttribute("inputmode", "decimal");
        value.setValueChangeMode(ValueChangeMode.LAZY);
        value.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        value.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                pointsFollow();
            }
        });
        DeskFocus.enterLeadsTo(value, "vaadin-password-field");
    }

    void begin() {
        DeskFocus.on(points);
    }

    private void valueFollows() {
        clean();
        value.setValue(points.typed()
                .map(some -> desk.words()
                        .formats()
                        .amount(till.value(desk.caller(), some, currency.getValue())
                                .amount()))
                .orElse(""));
    }

    private void pointsFollow() {
        clean();
        Optional<BigDecimal> typed = TypedAmount.parse(
                value.getValue(), currency.getValue(), desk.words().language());
        points.setValue(
                typed.flatMap(amount -> till.pointsFor(desk.caller(), MoneyAmount.rounded(amount, currency.getValue())))
                        .map(desk.words().formats()::points)
                        .orElse(""));
    }

    private void clean() {
        notice.hide();
        binder.forgive();
    }

    @Override
    Wish wish(Points some) {
        return new Wish(some, currency.getValue(), counter.outlet().get(), bill.typed());
    }

    @Override
    Redeemed post(Requested requested, Wish wish, String agreed) {
        return till.redeem(
                desk.caller(),
                new Redemption(
                        requested.key(),
                        guest.card().orElseThrow(),
                        wish.outlet(),
                        wish.points(),
                        wish.currency(),
                        agreed,
                        wish.bill()));
    }

    @Override
    public String sentence(Wish wish, Redeemed redeemed) {
        RedemptionReceipt receipt = redeemed.receipt();
        if (redeemed.alreadyKnown()) {
            return desk.text("redeem.known", wish.bill(), desk.words().points(receipt.points()));
        }
        return desk.text(
                "redeem.done",
                desk.words().points(receipt.points()),
                receipt.value().map(desk.words().formats()::money).orElse("–"),
                desk.words().formats().points(receipt.availableAfter()));
    }

    @Override
    public Optional<Undo> undo(Wish wish, Redeemed redeemed) {
        RedemptionReturnForm.Wish all = new RedemptionReturnForm.Wish(
                redeemed.receipt().hold(), wish.outlet(), Optional.empty(), desk.text("undo.reason"));
        return Optional.of(
                requested -> RedemptionReturnForm.sentence(desk, tickets.giveBack(desk.caller(), requested, all)));
    }

    @Override
    public boolean isAlreadyKnown(Redeemed redeemed) {
        return redeemed.alreadyKnown();
    }

    @Override
    public Touched touched(Wish wish, Redeemed redeemed) {
        return Touched.redemption(redeemed.receipt().hold());
    }

    @Override
    public void clear() {
        super.clear();
        value.clear();
        bill.clear();
    }

    /** @param bill its number, or nothing */
    record Wish(Points points, Currency currency, String outlet, String bill) implements PointsForm.Wish {}
}
