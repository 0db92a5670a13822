package eu.kontor.portal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a file that hold one value: usually one; a till that numbers its tickets by day and register needs several. */
final class JoinedColumns extends Div {

    private static final long serialVersionUID = 1L;

    /** As the configuration's schema has it. */
    private static final int MOST = 5;

    private final transient List<String> titles;
    private final String label;
    private final transient List<Select<String>> columns = new ArrayList<>();
    private final Button more = new Button();

    /**
     * @param titles of the file's columns
     * @param recognised among them, if anything was
     * @param mayJoin whether the value may stand in several of them
     */
    JoinedColumns(String label, List<String> titles, Optional<String> recognised, boolean mayJoin) {
        this.titles = List.copyOf(titles);
        this.label = label;
        addClassName("k-form");
        more.setText(getTranslation("imports.layout.join"));
        more.setAriaLabel(getTranslation("imports.layout.joinOf", label));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        more.addClickListener(click -> join().focus());
        more.setVisible(mayJoin);
        add(more);
        Select<String> first = column(label);
        recognised.filter(titles::contains).ifPresent(first::setValue);
    }

    /** In the order in which they are joined. */
    List<String> chosen() {
        return columns.stream()
                .map(Select::getValue)
                .filter(title -> title != null && !title.isBlank())
                .toList();
    }

    private Select<String> join() {
        Select<String> joined = column(getTranslation("imports.layout.joined", label));
        joined.setHelperText(getTranslation("imports.layout.joined.help"));
        more.setVisible(columns.size() < MOST);
        return joined;
    }

    private Select<String> column(String title) {
        Select<String> column = new Select<>();
        column.setLabel(title);
        column.setEmptySelectionAllowed(true);
        column.setEmptySelectionCaption(getTranslation("imports.layout.noColumn"));
        column.setItems(titles);
        columns.add(column);
        addComponentAtIndex(getComponentCount() - 1, column);
        return column;
    }
}
