package eu.kontor.portal.program;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.checkout.api.CategoryDesk.Unseen;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import java.util.List;

/** Categories that tills sent and the program does not know. Shows nothing when somebody has looked at all. */
final class CategoriesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient CategoriesPresenter presenter;
    private final transient Caller caller;
    private final transient Formats formats;

    CategoriesPanel(CategoriesPresenter presenter, Caller caller, Formats formats) {
        this.presenter = presenter;
        this.caller = caller;
        this.formats = formats;
        refresh();
    }

    private void refresh() {
        removeAll();
        List<Unseen> unseen = presenter.unseen(caller);
        setVisible(!unseen.isEmpty());
        if (unseen.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("k-plain-list");
        unseen.forEach(each -> list.add(item(each)));
        Notice notice = new Notice();
        Button seen = new Button(getTranslation("program.categories.seen"), click -> {
            try {
                presenter.seen(caller, unseen);
                refresh();
            } catch (Refusal refusal) {
                notice.error(refusal.sentence(caller.language()));
            }
        });
        Div content = new Div(new Paragraph(getTranslation("program.categories.text")), list, notice, seen);
        content.addClassName("k-form");
        add(new Panel(getTranslation("program.categories"), content));
    }

    private ListItem item(Unseen each) {
        Span when = new Span(
                each.first().equals(each.last())
                        ? formats.day(each.last())
                        : getTranslation(
                                "program.categories.between", formats.day(each.first()), formats.day(each.last())));
        when.addClassName("k-quiet");
        ListItem item = new ListItem(new Span(each.category()), when);
        item.addClassName("k-card-row");
        return item;
    }
}
