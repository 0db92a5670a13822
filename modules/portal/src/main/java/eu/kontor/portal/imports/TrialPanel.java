package eu.kontor.portal.imports;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.kontor.feeds.api.FeedTrials.Outcome;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.feeds.api.FeedTrials.TriedLine;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.Scrolling;

/** What would become of a sample's lines; nothing of it was posted. */
final class TrialPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    TrialPanel(Trial trial, Wording wording) {
        this.wording = wording;
        DataTable sums = new DataTable(getTranslation("imports.layout.trial"));
        sum(sums, "posted", trial.linesPosted());
        if (trial.linesCorrected() > 0) {
            sum(sums, "corrected", trial.linesCorrected());
        }
        sum(sums, "known", trial.linesKnown());
        sum(sums, "refused", trial.linesRefused());
        if (trial.linesHeld() > 0) {
            sum(sums, "held", trial.linesHeld());
        }
        sum(
                sums,
                "skipped",
                trial.skipped().values().stream().mapToLong(Long::longValue).sum());
        sum(sums, "purchases", trial.purchases());
        sums.row(
                Cell.words(getTranslation("imports.receipt.points", wording.pointsName())),
                Cell.figure(wording.formats().points(trial.points())));
        DataTable lines = new DataTable(getTranslation("imports.layout.trial.lines"));
        lines.headings(
                Cell.words(getTranslation("imports.layout.line")),
                Cell.words(getTranslation("imports.column.state")),
                Cell.figure(getTranslation("imports.column.points")),
                Cell.words(getTranslation("imports.layout.why")));
        trial.shown().forEach(line -> row(lines, line));
        String tried = wording.formats().count(trial.linesTried());
        add(new Panel(
                getTranslation("imports.layout.trial"),
                new Paragraph(getTranslation(
                        "imports.layout.trial.text", tried, wording.formats().count(trial.linesTotal()))),
                sums,
                new Paragraph(
                        trial.columnsRepeated().isEmpty()
                                ? ""
                                : getTranslation(
                                        "imports.columnsRepeated", String.join(", ", trial.columnsRepeated()))),
                new Scrolling(getTranslation("imports.layout.trial.lines"), lines)));
    }

    private void sum(DataTable sums, String key, long count) {
        sums.row(
                Cell.words(getTranslation("imports.receipt." + key)),
                Cell.figure(wording.formats().count(count)));
    }

    private void row(DataTable lines, TriedLine line) {
        String why = line.outcome() == Outcome.SKIPPED
                ? Texts.all(wording.language()).getOrDefault("imports.skip." + line.reason(), line.reason())
                : line.reason();
        lines.row(
                Cell.words(String.valueOf(line.line())),
                Cell.words(getTranslation(
                        "imports.layout.outcome." + line.outcome().name())),
                Cell.figure(wording.formats().points(line.points())),
                Cell.words(why.isEmpty() ? line.text() : why));
    }
}
