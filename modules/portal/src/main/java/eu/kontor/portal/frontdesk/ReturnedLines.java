package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.MoneyAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sold, to choose from what comes back; of several of a kind also how many. */
final class ReturnedLines extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<Row> rows = new ArrayList<>();
    private final int decimals;

    private record Row(Purchase.Line line, Checkbox chosen, Optional<IntegerField> quantity) {

        ReturnedLine returned() {
            return new ReturnedLine(
                    Optional.of(line.id()),
                    Optional.empty(),
                    quantity.map(IntegerField::getValue).map(BigDecimal::new));
        }

        /** So many units for their share of what the line was sold for, rounded once. */
        ExchangeForm.Back back(int decimals) {
            BigDecimal whole = line.quantity() == null ? BigDecimal.ONE : line.quantity();
            BigDecimal some = returned().quantity().orElse(whole);
            return new ExchangeForm.Back(
                    Optional.of(line.id()),
                    some,
                    line.amount().multiply(some).divide(whole, decimals, RoundingMode.HALF_UP));
        }
    }

    /**
     * @param whenChosen hears that something was chosen, or taken out again
     * @param press what Enter in a quantity does
     */
    ReturnedLines(Desk desk, Visit visit, Runnable whenChosen, Runnable press) {
        this.decimals = visit.amount().currency().getDefaultFractionDigits();
        addClassName("k-return-lines");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", desk.text("return.lines"));
        for (Purchase.Line line : visit.lines()) {
            if (line.amount().signum() > 0) {
                Row row = row(desk, visit, line, whenChosen);
                rows.add(row);
                row.quantity().ifPresent(field -> DeskFocus.enterPosts(field, press));
                Span money = new Span(desk.words()
                        .formats()
                        .money(new MoneyAmount(line.amount(), visit.amount().currency())));
                money.addClassName("k-number");
                Div shown = new Div(row.chosen());
                row.quantity().ifPresent(shown::add);
                shown.add(money);
                shown.addClassName("k-return-line");
                add(shown);
            }
        }
        setVisible(rows.size() > 1);
    }

    private static Row row(Desk desk, Visit visit, Purchase.Line line, Runnable whenChosen) {
        Checkbox chosen = new Checkbox(name(desk, visit, line));
        Optional<IntegerField> quantity = several(line).map(most -> {
            IntegerField field = new IntegerField();
            field.setAriaLabel(desk.text("return.quantity"));
            field.setMin(1);
            field.setMax(most);
            field.setValue(most);
            field.setStepButtonsVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setVisible(false);
            return field;
        });
        chosen.addValueChangeListener(change -> {
            quantity.ifPresent(field -> field.setVisible(change.getValue()));
            whenChosen.run();
        });
        return new Row(line, chosen, quantity);
    }

    private static Optional<Integer> several(Purchase.Line line) {
        BigDecimal quantity = line.quantity() == null ? BigDecimal.ONE : line.quantity();
        boolean isCounted = quantity.stripTrailingZeros().scale() <= 0;
        return isCounted && quantity.compareTo(BigDecimal.ONE) > 0
                ? Optional.of(quantity.intValueExact())
                : Optional.empty();
    }

    private static String name(Desk desk, Visit visit, Purchase.Line line) {
        String what = line.sku().isBlank() ? line.category() : line.sku();
        String name = what.isBlank() ? desk.text("return.line", visit.lines().indexOf(line) + 1) : what;
        return several(line).map(most -> most + " × " + name).orElse(name);
    }

    /** Empty where the amount says it alone. */
    List<ReturnedLine> chosen() {
        return rows.stream()
                .filter(row -> row.chosen().getValue())
                .map(Row::returned)
                .toList();
    }

    /** The same with what it was sold for, for a bill on which something else is taken. */
    List<ExchangeForm.Back> back() {
        return rows.stream()
                .filter(row -> row.chosen().getValue())
                .map(row -> row.back(decimals))
                .toList();
    }

    /** Where the first that was chosen is corrected; empty where the amount says it alone. */
    Optional<Component> first() {
        return rows.stream().filter(row -> row.chosen().getValue()).findFirst().map(row -> row.quantity()
                .<Component>map(field -> field)
                .orElse(row.chosen()));
    }

    /** How many are wanted is told where lines are chosen. */
    boolean isReadable() {
        return rows.stream()
                .filter(row -> row.chosen().getValue())
                .flatMap(row -> row.quantity().stream())
                .noneMatch(field -> field.isInvalid() || field.getValue() == null);
    }
}
