package eu.kontor.portal.program;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramVersions.State;
import eu.kontor.program.api.ProgramVersions.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What was published, the newest first; any two can be compared, any one begun with. */
final class VersionsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;
    private final transient Ways ways;

    /** What can be done with versions. */
    interface Ways {
        boolean mayWrite();

        void beginFrom(int version);

        void cancel(int version, String why);

        List<Change> compare(int from, int to);

        String export(int version);
    }

    VersionsPanel(List<Version> versions, Wording wording, Ways ways) {
        this.wording = wording;
        this.ways = ways;
        Panel panel = new Panel(getTranslation("program.versions"));
        if (versions.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("program.versions.none"));
            nothing.addClassName("k-quiet");
            panel.add(nothing);
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("k-correction-list");
            versions.forEach(version -> list.add(item(version)));
            panel.add(list);
        }
        add(panel);
        if (versions.size() > 1) {
            add(comparison(versions));
        }
    }

    private ListItem item(Version version) {
        Span name = new Span(getTranslation("program.version", version.number()));
        name.addClassName("k-strong");
        Span state = new Span(getTranslation("program.version." + version.state()));
        state.addClassNames("k-badge", style(version.state()));
        Div head = new Div(name, state);
        head.addClassName("k-correction-who");
        Span from = new Span(getTranslation(
                version.publishedBy().isPresent() ? "program.version.by" : "program.version.byFile",
                wording.formats().day(version.program().validFrom()),
                version.publishedBy().orElse(""),
                version.approvedBy().orElse("")));
        from.addClassName("k-quiet");
        Div acts = new Div();
        acts.addClassName("k-correction-ways");
        if (ways.mayWrite()) {
            Button begin =
                    new Button(getTranslation("program.version.begin"), click -> ways.beginFrom(version.number()));
            begin.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            acts.add(begin);
            if (version.state() == State.PLANNED) {
                Button cancel = new Button(
                        getTranslation("program.version.cancel"),
                        click -> RemarkDialog.open(
                                getTranslation("program.version.cancel"),
                                getTranslation("program.version.cancel.why"),
                                wording.language(),
                                why -> ways.cancel(version.number(), why)));
                cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
                acts.add(cancel);
            }
        }
        acts.add(file(version.number()));
        ListItem item = new ListItem(head, from, acts);
        item.addClassName("k-correction");
        return item;
    }

    private Anchor file(int version) {
        DownloadHandler handler = event -> {
            byte[] bytes = ways.export(version).getBytes(StandardCharsets.UTF_8);
            event.setFileName("program-" + version + ".yaml");
            event.setContentType("application/yaml;charset=UTF-8");
            event.getOutputStream().write(bytes);
        };
        Anchor anchor = new Anchor(handler, AttachmentType.DOWNLOAD, getTranslation("program.version.file"));
        anchor.addClassName("k-button");
        return anchor;
    }

    private Panel comparison(List<Version> versions) {
        List<Integer> numbers = versions.stream().map(Version::number).toList();
        Select<Integer> from = select("program.compare.from", numbers, numbers.get(1));
        Select<Integer> to = select("program.compare.to", numbers, numbers.getFirst());
        Div answer = new Div();
        answer.getElement().setAttribute("aria-live", "polite");
        Button compare = new Button(getTranslation("program.compare"), click -> {
            answer.removeAll();
            List<Change> changes = ways.compare(from.getValue(), to.getValue());
            answer.add(
                    changes.isEmpty()
                            ? new Paragraph(getTranslation("program.plan.nothing"))
                            : PlanPanel.changes(
                                    changes,
                                    getTranslation("program.plan.better"),
                                    getTranslation("program.plan.worse")));
        });
        Div fields = new Div(from, to, compare);
        fields.addClassName("k-program-fields");
        return new Panel(getTranslation("program.compare"), fields, answer);
    }

    private Select<Integer> select(String label, List<Integer> numbers, Integer chosen) {
        Select<Integer> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.setItems(numbers);
        select.setItemLabelGenerator(number -> getTranslation("program.version", number));
        select.setValue(chosen);
        return select;
    }

    private static String style(State state) {
        return switch (state) {
            case IN_FORCE -> "k-badge-good";
            case PLANNED -> "k-badge-active";
            case CANCELLED -> "k-badge-error";
            case PAST -> "k-badge-past";
        };
    }
}
