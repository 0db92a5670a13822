package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Supplier;

/** A part of the bill that points pay, posted with it as one ticket; out of the way until somebody asks for it. */
final class PointsPart extends Div {

    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MILLISECONDS = 200;

    private final transient Desk desk;
    private final transient TillPresenter till;
    private final transient Supplier<Currency> currency;
    private final Button open = new Button();
    private final Div fields = new Div();
    private final Paragraph worth = new Paragraph();
    final PointsField points;
    final CodeField code;

    PointsPart(Desk desk, TillPresenter till, Guest guest, Supplier<Currency> currency) {
        this.desk = desk;
        this.till = till;
        this.currency = currency;
        this.points = new PointsField(desk);
        this.code = new CodeField(desk);
        addClassName("k-points-part");
        open.setText(desk.text("part.open"));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        open.addClickListener(click -> toggle());
        points.setValueChangeMode(ValueChangeMode.LAZY);
        points.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        points.addValueChangeListener(change -> tellWorth());
        DeskFocus.enterLeadsTo(points, "vaadin-password-field");
        worth.addClassName("k-till-preview");
        worth.getElement().setAttribute("role", "status");
        fields.addClassName("k-till-row");
        fields.add(points, code);
        Div all = new Div(fields, worth);
        all.setVisible(false);
        add(open, all);
        setVisible(guest.mayHavePoints());
    }

    private void toggle() {
        Div all = (Div) worth.getParent().orElseThrow();
        all.setVisible(!all.isVisible());
        open.setText(desk.text(all.isVisible() ? "part.close" : "part.open"));
        if (all.isVisible()) {
            tellWorth();
            DeskFocus.on(points);
        } else {
            points.clear();
            code.clear();
        }
    }

    boolean isOpen() {
        return worth.getParent().filter(all -> all.isVisible()).isPresent();
    }

    /** What they pay; empty as long as they cannot be read. */
    Optional<MoneyAmount> value() {
        return isOpen()
                ? points.typed().map(some -> till.value(desk.caller(), some, currency.get()))
                : Optional.empty();
    }

    /** In the currency that the bill is in by now. */
    void tellWorth() {
        worth.setText(value().map(
                        value -> desk.text("part.worth", desk.words().formats().money(value)))
                .orElseGet(
                        () -> desk.text("redeem.least", desk.words().points(till.minimumRedemption(desk.caller())))));
    }

    void close() {
        if (isOpen()) {
            toggle();
        }
    }
}
