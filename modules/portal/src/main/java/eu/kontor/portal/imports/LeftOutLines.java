package eu.kontor.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.kontor.feeds.api.FeedTrials.LeftOut;
import eu.kontor.portalkit.forms.LineField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of a file that are no sales: by the words of a column, or by the word with which lines of sums begin. */
final class LeftOutLines extends Details {

    private static final long serialVersionUID = 1L;

    /** As the configuration's schema has it. */
    private static final int MOST = 10;

    private final transient List<String> titles;
    private final transient List<Rule> rules = new ArrayList<>();
    private final Div rows = new Div();
    private final LineField totals = new LineField();
    private final Button more = new Button();

    /** One row. */
    private record Rule(Div row, Select<String> column, Select<Boolean> isNot, LineField words) {}

    /** @param titles of the file's columns */
    LeftOutLines(List<String> titles) {
        this.titles = List.copyOf(titles);
        setSummaryText(getTranslation("imports.layout.skip"));
        rows.addClassName("k-form");
        more.setText(getTranslation("imports.layout.skip.add"));
        more.addClickListener(click -> addRule().column().focus());
        totals.setLabel(getTranslation("imports.layout.totals"));
        totals.setHelperText(getTranslation("imports.layout.totals.help"));
        Div all = new Div(new Paragraph(getTranslation("imports.layout.skip.text")), rows, more, totals);
        all.addClassName("k-form");
        add(all);
    }

    /** Those of which the column was chosen. */
    List<LeftOut> chosen() {
        return rules.stream()
                .filter(rule -> rule.column().getValue() != null)
                .map(rule -> new LeftOut(
                        rule.column().getValue(),
                        orEmptyField(rule.words().getValue()),
                        rule.isNot().getValue()))
                .toList();
    }

    List<String> totals() {
        return words(totals.getValue());
    }

    private Rule addRule() {
        Select<String> column = new Select<>();
        column.setLabel(getTranslation("imports.layout.skip.column"));
        column.setItems(titles);
        Select<Boolean> isNot = new Select<>();
        isNot.setLabel(getTranslation("imports.layout.skip.when"));
        isNot.setItems(false, true);
        isNot.setItemLabelGenerator(
                negated -> getTranslation(negated ? "imports.layout.skip.isNot" : "imports.layout.skip.is"));
        isNot.setValue(false);
        LineField words = new LineField(getTranslation("imports.layout.skip.words"));
        words.setHelperText(getTranslation("imports.layout.skip.words.help"));
        Div pair = new Div(column, isNot, words);
        pair.addClassName("k-field-pair");
        Button remove = new Button(getTranslation("imports.layout.skip.remove"));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Rule rule = new Rule(new Div(pair, remove), column, isNot, words);
        remove.addClickListener(click -> {
            rules.remove(rule);
            rows.remove(rule.row());
            more.setVisible(true);
        });
        rules.add(rule);
        rows.add(rule.row());
        more.setVisible(rules.size() < MOST);
        return rule;
    }

    /** Who says nothing means an empty field. */
    private static List<String> orEmptyField(String text) {
        List<String> words = words(text);
        return words.isEmpty() ? List.of("") : words;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,，、;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
