package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.TillPresenter.Redemption;
import eu.kontor.portal.frontdesk.TillRequest.Doubt;
import eu.kontor.portal.look.Notice;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Points or their value in, the guest's confirmation code, and the bill is smaller. The two fields follow each other. */
final class RedeemForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MILLISECONDS = 200;
    private static final int LONGEST_CODE = 6;

    private final transient Desk desk;
    private final transient TillPresenter till;
    private final transient Guest guest;
    private final transient Counter counter;
    private final CurrencySelect currency;
    private final TextField points = new TextField();
    private final TextField value = new TextField();
    private final PasswordField code = new PasswordField();
    private final Notice notice = new Notice();
    private final transient TillRequest<Wish> request;

    RedeemForm(Desk desk, TillPresenter till, RequestKeys keys, Guest guest, Counter counter) {
        this.desk = desk;
        this.till = till;
        this.guest = guest;
        this.counter = counter;
        this.currency = new CurrencySelect(desk);
        this.request = new TillRequest<>(keys);
        addClassName("k-till");
        figures();
        code.setLabel(desk.text("code"));
        code.setHelperText(desk.text("code.help"));
        code.setMaxLength(LONGEST_CODE);
        code.setAllowedCharPattern("\\d");
        code.setAutocomplete(Autocomplete.OFF);
        code.getElement().setAttribute("inputmode", "numeric");
        code.addKeyDownListener(Key.ENTER, enter -> redeem());
        Button all = new Button(desk.text("redeem.all"), click -> {
            points.setValue(desk.words().formats().points(guest.available()));
            valueFollows();
            code.focus();
        });
        Button redeem = new Button(desk.text("redeem.post"), click -> redeem());
        redeem.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(points, new Span("="), value, currency, all);
        row.addClassName("k-till-row");
        Paragraph least =
                new Paragraph(desk.text("redeem.least", desk.words().points(till.minimumRedemption(desk.caller()))));
        least.addClassName("k-till-preview");
        add(row, least, code, notice, redeem);
    }

    private void figures() {
        points.setLabel(desk.words().pointsName());
        points.addClassName("k-till-amount");
        points.getElement().setAttribute("inputmode", "numeric");
        points.setValueChangeMode(ValueChangeMode.LAZY);
        points.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        points.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                valueFollows();
            }
        });
        points.addKeyDownListener(Key.ENTER, enter -> code.focus());
        value.setLabel(desk.text("redeem.value"));
        if (!currency.isVisible()) {
            value.setSuffixComponent(new Span(currency.getValue().getCurrencyCode()));
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
        value.addKeyDownListener(Key.ENTER, enter -> code.focus());
    }

    void begin() {
        points.focus();
    }

    private Optional<Points> typedPoints() {
        String digits = points.getValue().replaceAll("[\\s.,'\\u00a0]", "");
        boolean readable = digits.matches("\\d{1,12}");
        return readable ? Optional.of(Points.of(Long.parseLong(digits))) : Optional.empty();
    }

    private void valueFollows() {
        clean();
        value.setValue(typedPoints()
                .map(some -> desk.words()
                        .formats()
                        .amount(till.value(desk.caller(), some, currency.getValue())
                                .amount()))
                .orElse(""));
    }

    private void pointsFollow() {
        clean();
        Optional<BigDecimal> typed = TypedAmount.parse(value.getValue());
        points.setValue(
                typed.flatMap(amount -> till.pointsFor(desk.caller(), MoneyAmount.rounded(amount, currency.getValue())))
                        .map(desk.words().formats()::points)
                        .orElse(""));
    }

    private void clean() {
        notice.hide();
        points.setInvalid(false);
        code.setInvalid(false);
    }

    private void redeem() {
        clean();
        Optional<Points> some = typedPoints().filter(typed -> !typed.isZero());
        if (some.isEmpty()) {
            points.setErrorMessage(desk.text("redeem.missing"));
            points.setInvalid(true);
            points.focus();
        } else if (code.isEmpty()) {
            code.setErrorMessage(desk.text("code.missing"));
            code.setInvalid(true);
            code.focus();
        } else {
            askThenRedeem(
                    new Wish(some.get(), currency.getValue(), counter.outlet().get()));
        }
    }

    private void askThenRedeem(Wish wish) {
        Optional<Doubt<Wish>> doubt = request.inDoubtBefore(wish);
        if (doubt.isEmpty()) {
            redeem(wish);
            return;
        }
        String first = desk.words().points(doubt.get().content().points());
        Points now = counter.balanceNow().get();
        Runnable wentThrough = () -> {
            request.settled();
            counter.whenDone()
                    .accept(desk.text(
                            "doubt.kept", first, desk.words().formats().points(now)));
        };
        Runnable postNew = () -> {
            request.settled();
            redeem(wish);
        };
        new DoubtDialog(desk, first, doubt.get().balanceBefore(), now, new DoubtDialog.Answer(wentThrough, postNew))
                .open();
    }

    private void redeem(Wish wish) {
        try {
            RedemptionReceipt receipt = till.redeem(
                    desk.caller(),
                    new Redemption(
                            request.key(),
                            guest.card().orElseThrow(),
                            wish.outlet(),
                            wish.points(),
                            wish.currency(),
                            code.getValue()));
            request.settled();
            points.clear();
            value.clear();
            code.clear();
            counter.whenDone()
                    .accept(desk.text(
                            "redeem.done",
                            desk.words().points(receipt.points()),
                            receipt.value().map(desk.words().formats()::money).orElse("–"),
                            desk.words().formats().points(receipt.availableAfter())));
        } catch (RuntimeException failure) {
            notice.error(desk.sentence(failure));
            if (failure instanceof NoAnswerYet) {
                request.unanswered(wish, guest.available());
            } else {
                request.settled();
            }
            code.focus();
        }
    }

    /** What is asked for, without the guest's code: a code typed anew does not make it another redemption. */
    private record Wish(Points points, Currency currency, String outlet) {}
}
