package eu.kontor.portal.program;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramPlan.Named;
import java.util.List;
import java.util.stream.Collectors;

/** What publishing would change, in sentences. */
final class PlanPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    PlanPanel(Wording wording) {
        this.wording = wording;
    }

    void show(ProgramPlan plan) {
        removeAll();
        Panel panel = new Panel(getTranslation("program.plan", plan.base()));
        if (plan.changes().isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("program.plan.nothing"));
            nothing.addClassName("k-quiet");
            panel.add(nothing);
        } else {
            panel.add(changes(
                    plan.changes(), getTranslation("program.plan.better"), getTranslation("program.plan.worse")));
        }
        if (plan.worseForMembers()) {
            panel.add(new Notice(
                    Notice.Kind.WARNING,
                    getTranslation(
                            "program.plan.notice",
                            plan.noticeDays(),
                            wording.formats().day(plan.firstPossibleDay()))));
        }
        if (!plan.locked().isEmpty()) {
            panel.add(new Notice(Notice.Kind.WARNING, getTranslation("program.plan.locked", named(plan.locked()))));
        }
        if (!plan.conflicts().isEmpty()) {
            panel.add(new Notice(
                    Notice.Kind.ERROR, getTranslation("program.plan.conflicts", named(plan.conflicts()), plan.base())));
        }
        add(panel);
    }

    /** One sentence per element, with what it means for members. */
    static Component changes(List<Change> changes, String better, String worse) {
        UnorderedList list = new UnorderedList();
        list.addClassName("k-program-changes");
        for (Change change : changes) {
            ListItem item = new ListItem(new Span(change.sentence()));
            change.why().ifPresent(why -> {
                boolean isWorse = change.effect().equals("worse");
                Span badge = new Span(isWorse ? worse : better);
                badge.addClassNames("k-badge", isWorse ? "k-badge-warning" : "k-badge-good");
                Span reason = new Span(why);
                reason.addClassName("k-quiet");
                Div effect = new Div(badge, reason);
                effect.addClassName("k-program-effect");
                item.add(effect);
            });
            list.add(item);
        }
        return list;
    }

    private static String named(List<Named> elements) {
        return elements.stream().map(Named::name).collect(Collectors.joining(", "));
    }
}
