package eu.kontor.portal.program;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.portalkit.forms.LinesField;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.program.api.ProgramDraft.Step;
import eu.kontor.program.api.ProgramDrafts;
import java.util.List;
import java.util.function.Consumer;

/** What was done with a draft, and what was said about it. */
final class StepsPanel extends Div {

    private static final long serialVersionUID = 1L;

    StepsPanel(List<Step> steps, Wording wording, Consumer<String> comment) {
        Panel panel = new Panel(getTranslation("program.steps"));
        OrderedList list = new OrderedList();
        list.addClassName("k-program-steps");
        for (Step step : steps) {
            Span who = new Span(getTranslation(
                    "program.step." + step.act(),
                    step.by().name(),
                    wording.formats().momentNear(step.by().at(), wording.clock().instant(), wording.zone())));
            ListItem item = new ListItem(who);
            boolean isWords = step.act().equals("begin") || step.act().equals("publish");
            if (!step.text().isEmpty() && !isWords) {
                Paragraph said = new Paragraph(step.text());
                said.addClassName("k-program-said");
                item.add(said);
            }
            list.add(item);
        }
        LinesField remark = new LinesField(getTranslation("program.comment"));
        remark.setWidthFull();
        remark.setMaxLength(ProgramDrafts.LONGEST_REMARK);
        Button say = new Button(getTranslation("program.comment.say"), click -> {
            if (!remark.getValue().isBlank() && !remark.isInvalid()) {
                comment.accept(remark.getValue());
            }
        });
        Div form = new Div(remark, say);
        form.addClassName("k-form");
        panel.add(list, form);
        add(panel);
    }
}
