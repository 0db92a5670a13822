package eu.kontor.portal.imports;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import eu.kontor.feeds.api.FeedTrials.Choice;
import eu.kontor.feeds.api.FeedTrials.Clocks;
import eu.kontor.feeds.api.FeedTrials.LayoutNames;
import eu.kontor.feeds.api.FeedTrials.Question;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.look.Notice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was recognised, to be corrected: a column or a fixed value for each name of the layout, formats, and what words mean. */
final class MappingForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final List<String> MEANINGS = List.of("sale", "return", "redemption", "not-completed", "called-off");
    private static final Set<String> DATES = Set.of("business_date", "date", "departure_date");

    /** What a till makes of several of its columns: a number of day, register and ticket; a moment of day and time. */
    private static final Set<String> JOINED = Set.of(
            "reference", "ticket", "original_reference", "original_ticket", "business_date", "date", "departure_date");

    private final transient Sketch sketch;
    private final transient Map<String, LayoutNames> layouts = new LinkedHashMap<>();
    private final Select<String> layout = new Select<>();
    private final LineField datePattern = new LineField();
    private final ComboBox<String> fileZone = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Select<String> decimalMark = new Select<>();
    private final LeftOutLines leftOut;
    private final Notice missing = new Notice();
    private final Div names = new Div();
    private final transient Map<String, JoinedColumns> columns = new LinkedHashMap<>();
    private final transient Map<String, LineField> constants = new LinkedHashMap<>();
    private final transient Map<Question, Select<String>> meanings = new LinkedHashMap<>();
    private final transient Map<String, LineField> prices = new LinkedHashMap<>();

    /** @param outlets code → name */
    MappingForm(Sketch sketch, List<LayoutNames> known, Map<String, String> outlets) {
        this.sketch = sketch;
        known.forEach(each -> layouts.put(each.layout(), each));
        addClassName("k-form");
        names.addClassName("k-form");
        layout.setLabel(getTranslation("imports.receipt.format"));
        layout.setItems(layouts.keySet());
        layout.setItemLabelGenerator(slug -> getTranslation("imports.format." + slug));
        layout.setValue(sketch.layout());
        layout.addValueChangeListener(change -> showNames());
        datePattern.setLabel(getTranslation("imports.layout.datePattern"));
        datePattern.setHelperText(getTranslation("imports.layout.datePattern.help"));
        datePattern.setValue(sketch.datePattern());
        decimalMark.setLabel(getTranslation("imports.layout.decimalMark"));
        decimalMark.setItems(".", ",");
        decimalMark.setValue(sketch.decimalMark());
        clock(fileZone, "imports.layout.fileZone");
        fileZone.setHelperText(getTranslation("imports.layout.fileZone.help"));
        clock(zone, "imports.layout.zone");
        zone.setValue(sketch.zone());
        Div clocks = new Div(fileZone, zone);
        clocks.addClassName("k-field-pair");
        leftOut = new LeftOutLines(titles());
        showNames();
        add(layout, missing, names, datePattern, clocks, decimalMark, leftOut);
        Div asked = questions(outlets);
        if (asked.getComponentCount() > 0) {
            add(new H3(getTranslation("imports.layout.questions")), asked);
        }
    }

    Choice choice() {
        Map<String, List<String>> chosenColumns = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            if (!column.chosen().isEmpty()) {
                chosenColumns.put(name, column.chosen());
            }
        });
        Map<String, String> chosenConstants = new LinkedHashMap<>();
        constants.forEach((name, constant) -> put(chosenConstants, name, constant.getValue()));
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        meanings.forEach((question, meaning) -> {
            if (meaning.getValue() != null) {
                values.computeIfAbsent(nameOf(question.column(), chosenColumns), name -> new LinkedHashMap<>())
                        .put(question.value(), meaning.getValue());
            }
        });
        Map<String, String> chosenPrices = new LinkedHashMap<>();
        prices.forEach((item, price) -> chosenPrices.put(item, price.getValue().strip()));
        return new Choice(
                layout.getValue(),
                chosenColumns,
                chosenConstants,
                datePattern.getValue().strip(),
                new Clocks(orEmpty(fileZone.getValue()), orEmpty(zone.getValue())),
                decimalMark.getValue() == null ? "" : decimalMark.getValue(),
                values,
                chosenPrices,
                leftOut.chosen(),
                leftOut.totals());
    }

    private void clock(ComboBox<String> clock, String key) {
        clock.setLabel(getTranslation(key));
        clock.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        clock.setClearButtonVisible(true);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    private List<String> titles() {
        return sketch.header().stream()
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .distinct()
                .toList();
    }

    private void showNames() {
        names.removeAll();
        columns.clear();
        constants.clear();
        LayoutNames chosen = layouts.get(layout.getValue());
        chosen.required().forEach(name -> names.add(row(name, getTranslation("imports.layout.needed", field(name)))));
        chosen.alternatives().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(name -> names.add(row(name, getTranslation("imports.layout.oneOf", field(name)))));
        names.add(more(chosen.optional()));
        boolean isSketched =
                layout.getValue().equals(sketch.layout()) && !sketch.missing().isEmpty();
        missing.setVisible(isSketched);
        if (isSketched) {
            missing.say(
                    Notice.Kind.PLAIN,
                    getTranslation(
                            "imports.layout.missing",
                            sketch.missing().stream().map(this::field).collect(Collectors.joining(", "))));
        }
    }

    /** What can stay unsaid is out of the way, unless something was recognised. */
    private Details more(List<String> optional) {
        Div rows = new Div();
        rows.addClassName("k-form");
        optional.forEach(name -> rows.add(row(name, field(name))));
        Details more = new Details(getTranslation("imports.layout.more"), rows);
        more.setOpened(optional.stream().anyMatch(sketch.columns()::containsKey));
        more.setVisible(!optional.isEmpty());
        return more;
    }

    /** As people call it. */
    private String field(String name) {
        return getTranslation("imports.field." + name);
    }

    /** The column that holds it, or what all lines share. */
    private Div row(String name, String label) {
        JoinedColumns column = new JoinedColumns(
                label, titles(), Optional.ofNullable(sketch.columns().get(name)), JOINED.contains(name));
        LineField constant = new LineField(getTranslation("imports.layout.constant"));
        constant.setAriaLabel(getTranslation("imports.layout.constantOf", field(name)));
        constant.setValue(sketch.constants().getOrDefault(name, ""));
        columns.put(name, column);
        constants.put(name, constant);
        Div row = new Div(column);
        row.addClassName("k-field-pair");
        if (!DATES.contains(name)) {
            row.add(constant);
        }
        return row;
    }

    private Div questions(Map<String, String> outlets) {
        Div asked = new Div();
        asked.addClassName("k-form");
        for (Question question : sketch.questions()) {
            switch (question.code()) {
                case "word-unknown" ->
                    asked.add(meaning(question, MEANINGS, word -> getTranslation("imports.meaning." + word)));
                case "outlet-unknown" -> asked.add(meaning(question, new ArrayList<>(outlets.keySet()), outlets::get));
                case "price-missing" -> {
                    LineField price = new LineField(getTranslation("imports.layout.price", question.value()));
                    prices.put(question.value(), price);
                    asked.add(price);
                }
                default -> {
                    Notice notice = new Notice();
                    notice.say(
                            Notice.Kind.PLAIN,
                            getTranslation(
                                    "imports.layout.question." + question.code(), question.column(), question.value()));
                    asked.add(notice);
                }
            }
        }
        return asked;
    }

    private Select<String> meaning(Question question, List<String> possible, ItemLabelGenerator<String> asPeopleSay) {
        Select<String> meaning = new Select<>();
        meaning.setLabel(getTranslation("imports.layout.meaning", question.column(), question.value()));
        meaning.setItems(possible);
        meaning.setItemLabelGenerator(word -> word == null ? "" : asPeopleSay.apply(word));
        meaning.setEmptySelectionAllowed(true);
        meanings.put(question, meaning);
        return meaning;
    }

    private static String nameOf(String column, Map<String, List<String>> columns) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().contains(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("line_kind");
    }

    private static void put(Map<String, String> into, String name, String value) {
        if (value != null && !value.isBlank()) {
            into.put(name, value.strip());
        }
    }
}
