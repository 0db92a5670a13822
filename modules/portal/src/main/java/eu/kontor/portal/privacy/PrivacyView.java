package eu.kontor.portal.privacy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.privacy.PrivacyPresenter.Figures;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.retention.api.Erasures.Erasure;
import eu.kontor.retention.api.RetentionPeriods.Kept;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** How long which kind of data is kept and when it last went; and who was erased. */
@Route(value = Places.PRIVACY, layout = MainLayout.class)
@ForRoles({Role.OPERATOR})
@Menu(title = "privacy.nav", icon = "audit", order = 95)
public final class PrivacyView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int SKELETON_LINES = 12;

    private final transient PrivacyPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Awaited results;

    @Inject
    public PrivacyView(PrivacyPresenter presenter, BackgroundWork background, SignedInCaller current, Wordings words) {
        super("privacy.title");
        this.presenter = presenter;
        this.caller = current.caller();
        this.wording = words.ofCoalition(caller);
        this.results = new Awaited(background, SKELETON_LINES);
        lead(getTranslation("privacy.lead"));
        show(results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        results.ask(
                UI.getCurrent(),
                () -> presenter.figures(caller),
                this::show,
                refusal -> results.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private void show(Figures figures) {
        Panel periods = new Panel(getTranslation("privacy.periods"), quiet("privacy.periods.text"));
        periods.add(scrolling(periods(figures.periods())));
        Panel erasures = new Panel(getTranslation("privacy.erasures"));
        if (figures.erasures().isEmpty()) {
            erasures.add(quiet("privacy.erasures.none"));
        } else {
            erasures.add(scrolling(erasures(figures.erasures())));
        }
        Div both = new Div(periods, erasures);
        both.addClassName("k-story");
        results.add(both);
    }

    private DataTable periods(List<Kept> periods) {
        DataTable table = new DataTable(getTranslation("privacy.periods"))
                .headings(
                        head("privacy.column.kind"),
                        head("privacy.column.period"),
                        head("privacy.column.last"),
                        Cell.figure(getTranslation("privacy.column.removed")),
                        Cell.figure(getTranslation("privacy.column.all")));
        for (Kept kept : periods) {
            table.row(
                    Cell.words(getTranslation("privacy.kind." + kept.kind())),
                    Cell.words(PeriodWords.of(kept, wording.language()))
                            .labelled(getTranslation("privacy.column.period")),
                    Cell.of(last(kept)).labelled(getTranslation("privacy.column.last")),
                    Cell.figure(kept.last()
                                    .map(run -> wording.formats().count(run.removed()))
                                    .orElse("–"))
                            .labelled(getTranslation("privacy.column.removed")),
                    Cell.figure(kept.last()
                                    .map(run -> wording.formats().count(run.removedInAll()))
                                    .orElse("–"))
                            .labelled(getTranslation("privacy.column.all")));
        }
        return table;
    }

    private Span last(Kept kept) {
        Span last = new Span(kept.last().map(run -> near(run.at())).orElse(getTranslation("privacy.never")));
        kept.last().flatMap(run -> run.failure()).ifPresent(failure -> {
            Span failed = new Span(getTranslation("privacy.failed"));
            failed.addClassNames("k-badge", "k-badge-warning");
            failed.setTitle(failure);
            last.add(new Span(" "), failed);
        });
        return last;
    }

    private DataTable erasures(List<Erasure> erasures) {
        DataTable table = new DataTable(getTranslation("privacy.erasures"))
                .headings(
                        head("privacy.column.member"),
                        head("privacy.column.asked"),
                        head("privacy.column.state"),
                        head("privacy.column.reason"),
                        Cell.figure(getTranslation("privacy.column.points")));
        for (Erasure erasure : erasures) {
            table.row(
                    Cell.of(new Anchor(
                            Places.member(erasure.member()),
                            Long.toString(erasure.member().value()))),
                    Cell.words(near(erasure.askedAt()) + " · " + erasure.askedBy())
                            .labelled(getTranslation("privacy.column.asked")),
                    Cell.words(
                                    erasure.doneAt().isPresent()
                                            ? getTranslation("privacy.done")
                                            : getTranslation(
                                                    "privacy.waiting", ErasureWords.waitsFor(erasure, wording)))
                            .labelled(getTranslation("privacy.column.state")),
                    Cell.words(erasure.reason()).labelled(getTranslation("privacy.column.reason")),
                    Cell.figure(wording.formats().points(erasure.points()))
                            .labelled(getTranslation("privacy.column.points")));
        }
        return table;
    }

    private String near(Instant moment) {
        return wording.formats().momentNear(moment, wording.clock().instant(), wording.zone());
    }

    private Cell head(String key) {
        return Cell.words(getTranslation(key));
    }

    private Paragraph quiet(String key) {
        Paragraph paragraph = new Paragraph(getTranslation(key));
        paragraph.addClassName("k-quiet");
        return paragraph;
    }

    private static Div scrolling(DataTable table) {
        Div scrolls = new Div(table);
        scrolls.addClassName("k-scrolls");
        return scrolls;
    }
}
