package eu.kontor.portal.frontdesk;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import eu.kontor.portal.frontdesk.TillPresenter.Category;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.program.api.LineKind;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What of a bill has to be told apart: the categories that earn otherwise, and the tip, beside the amount; what stands on few bills, such as a
 * voucher that is sold, under a heading that opens.
 */
final class BillParts extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param outlet at which the bill is made out
     * @param bind makes a field a part of the bill
     */
    BillParts(Desk desk, TillPresenter till, String outlet, BiConsumer<LineField, Category> bind) {
        addClassName("k-bill-parts");
        Div usual = row();
        Div rare = row();
        till.categories(desk.caller(), outlet).forEach(category -> usual.add(field(desk, category, bind)));
        if (till.usual(desk.caller(), outlet).isPresent()) {
            usual.add(field(desk, new Category("", LineKind.GOODS, desk.text("part.other")), bind));
        }
        List<LineKind> kinds = till.kindsThatEarnNothing(desk.caller());
        for (LineKind kind : kinds) {
            String name = "part." + kind.word();
            Category part = new Category("", kind, desk.text(name));
            (kind == LineKind.TIP ? usual : rare).add(field(desk, part, bind));
        }
        usual.setVisible(usual.getComponentCount() > 0);
        add(usual);
        if (rare.getComponentCount() > 0) {
            Details more = new Details(desk.text("parts.more"), rare);
            more.addClassName("k-bill-more");
            add(more);
        }
    }

    private static Div row() {
        Div row = new Div();
        row.addClassName("k-till-row");
        return row;
    }

    private static LineField field(Desk desk, Category category, BiConsumer<LineField, Category> bind) {
        LineField field = new LineField(desk.text("ofWhich", category.name()));
        field.getElement().setAttribute("inputmode", "decimal");
        bind.accept(field, category);
        return field;
    }
}
