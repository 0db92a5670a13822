package eu.kontor.portal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Role;
import eu.kontor.portal.overview.OverviewPresenter.Figure;
import eu.kontor.portal.overview.OverviewPresenter.Month;
import eu.kontor.portal.overview.OverviewPresenter.Overview;
import eu.kontor.portal.overview.OverviewPresenter.Partner;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.program.CategoriesPresenter;
import eu.kontor.portal.trust.SignalsPresenter;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.BarList;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.LineChart;
import eu.kontor.portalkit.look.LineChart.Line;
import eu.kontor.portalkit.look.LineChart.Tone;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.StatTile;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.util.List;

/** How the tenant or, for the operator, the coalition is doing; the span is kept in the address. */
@Route(value = Places.OVERVIEW, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE})
@Menu(title = "overview.nav", icon = "overview", order = 10)
public final class OverviewView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String SPAN = "months";

    /** About as high as the tiles and charts that follow. */
    private static final int SKELETON_LINES = 12;

    private final transient OverviewPresenter presenter;
    private final transient SignalsPresenter signals;
    private final transient CategoriesPresenter categories;
    private final Awaited body;
    private final transient Caller caller;
    private final transient Formats formats;
    private final String pointsName;

    @Inject
    public OverviewView(
            SignedInCaller current,
            Tenants tenants,
            OverviewPresenter presenter,
            SignalsPresenter signals,
            CategoriesPresenter categories,
            BackgroundWork background) {
        super("overview.title");
        this.presenter = presenter;
        this.signals = signals;
        this.categories = categories;
        this.body = new Awaited(background, SKELETON_LINES);
        body.addClassName("k-main-side");
        this.caller = current.caller();
        this.formats = Formats.in(caller.language());
        this.pointsName = tenants.coalition().pointsName(caller.language());
        show(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int span = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SPAN)
                .flatMap(text -> OverviewPresenter.SPANS.stream()
                        .filter(months -> String.valueOf(months).equals(text))
                        .findFirst())
                .orElse(OverviewPresenter.USUAL_SPAN);
        load(event.getUI(), span);
    }

    /** A year of movements may take longer than a click should: the frame comes at once, the figures when they are there. */
    private void load(UI ui, int span) {
        lead("");
        actions(spans(span));
        body.ask(
                ui,
                () -> new Shown(
                        presenter.overview(caller, span),
                        signals.unseen(caller),
                        categories.unseen(caller).size()),
                shown -> show(shown, span),
                refusal -> body.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    /**
     * @param signals that nobody has looked at; only who may look is told of any
     * @param categories that the program does not know, likewise
     */
    private record Shown(Overview overview, long signals, long categories) {}

    private void show(Shown shown, int span) {
        Overview overview = shown.overview();
        if (shown.signals() > 0) {
            waiting(Places.SIGNALS + "?state=new", "trust.signals.lead", shown.signals());
        }
        if (shown.categories() > 0) {
            waiting(Places.PROGRAM, "program.categories.lead", shown.categories());
        }
        if (overview.isEmpty()) {
            actions();
            body.add(new Panel(
                    getTranslation("overview.empty"),
                    new EmptyState(getTranslation("overview.empty.title"), getTranslation("overview.empty.text"))));
            return;
        }
        lead(getTranslation(
                caller.tenant().isPresent() ? "overview.lead" : "overview.leadOperator",
                formats.month(overview.from()),
                formats.month(overview.to()),
                pointsName));
        boolean ofTenant = caller.tenant().isPresent();
        Div beside = ofTenant ? new Div(liability(overview), shared(overview)) : new Div(liability(overview));
        body.add(tiles(overview, span), columns(course(overview), beside));
        if (!ofTenant) {
            body.add(columns(partners(overview), shared(overview)));
        }
    }

    /** Something that somebody should look at, and where. */
    private void waiting(String place, String key, long count) {
        Div line = new Div(new Anchor(place, Texts.counted(key, count, caller.language())));
        line.addClassName("k-notice");
        line.getElement().setAttribute("data-kind", "warning");
        body.add(line);
    }

    private static Div columns(Component wide, Component narrow) {
        Div columns = new Div(wide, narrow);
        columns.addClassName("k-overview-columns");
        return columns;
    }

    private Nav spans(int active) {
        Nav nav = new Nav();
        nav.addClassName("k-segments");
        nav.getElement().setAttribute("aria-label", getTranslation("overview.span"));
        for (int months : OverviewPresenter.SPANS) {
            Anchor link = new Anchor("?" + SPAN + "=" + months, getTranslation("overview.months", months));
            if (months == active) {
                link.getElement().setAttribute("aria-current", "true");
            }
            nav.add(link);
        }
        return nav;
    }

    private Component tiles(Overview overview, int span) {
        Div tiles = new Div(
                tile("overview.issued", overview.issued(), span),
                tile("overview.redeemed", overview.redeemed(), span),
                tile("overview.expired", overview.expired(), span),
                tile("overview.active", overview.activeMembers(), span),
                new StatTile(getTranslation("overview.enrolled"), formats.count(overview.enrolled()))
                        .note(getTranslation("overview.enrolledNote")));
        tiles.addClassName("k-stats");
        overview.settled().ifPresent(month -> month.received().forEach(net -> tiles.add(settled(month, net))));
        return tiles;
    }

    /** What the last close brought or cost, in money, and by when it is paid. */
    private StatTile settled(WindowRow month, MoneyAmount net) {
        return new StatTile(
                        getTranslation(
                                net.amount().signum() < 0 ? "overview.settled.pays" : "overview.settled.receives"),
                        formats.unsigned(net))
                .note(month.due()
                        .map(day ->
                                getTranslation("overview.settled.due", formats.month(month.window()), formats.day(day)))
                        .orElseGet(() -> formats.month(month.window())));
    }

    private StatTile tile(String key, Figure figure, int span) {
        return new StatTile(getTranslation(key), formats.count(figure.now()))
                .note(
                        figure.before() == 0
                                ? getTranslation("overview.noneBefore", span)
                                : getTranslation(
                                        "overview.change", formats.change(figure.now(), figure.before()), span));
    }

    private Component course(Overview overview) {
        List<Month> months = overview.months();
        Month last = months.getLast();
        String message = getTranslation(
                "overview.course.message",
                formats.month(last.month()),
                formats.count(last.issued()),
                formats.count(last.redeemed()));
        LineChart.Axis axis = new LineChart.Axis(
                getTranslation("overview.month"),
                months.stream().map(month -> formats.shortMonth(month.month())).toList(),
                months.stream().map(month -> formats.month(month.month())).toList());
        List<Line> lines = List.of(
                new Line(
                        getTranslation("overview.line.issued"),
                        Tone.ACCENT,
                        months.stream().map(Month::issued).toList()),
                new Line(
                        getTranslation("overview.line.redeemed"),
                        Tone.GREY,
                        months.stream().map(Month::redeemed).toList()),
                new Line(
                        getTranslation("overview.line.expired"),
                        Tone.DASHED,
                        months.stream().map(Month::expired).toList()));
        return new Panel(
                getTranslation("overview.course", pointsName),
                new LineChart(message, axis, lines, formats::count, caller.language()));
    }

    private Component liability(Overview overview) {
        Span money = new Span(formats.money(overview.liability().value()));
        Span outstanding = new Span(getTranslation(
                "overview.liability.points", formats.points(overview.liability().outstanding()), pointsName));
        outstanding.addClassName("k-quiet");
        money.addClassName("k-stat-value");
        Div figures = new Div(money, outstanding);
        figures.addClassName("k-liability");
        Paragraph why = new Paragraph(getTranslation(
                caller.tenant().isPresent() ? "overview.liability.why" : "overview.liability.whyOperator"));
        why.addClassName("k-quiet");
        Panel panel = new Panel(getTranslation("overview.liability"), figures, why);
        if (!overview.partners().isEmpty()) {
            panel.add(new BarList(
                    getTranslation("overview.liability.byIssuer"),
                    overview.partners().stream()
                            .sorted(java.util.Comparator.comparingLong(Partner::liability)
                                    .reversed())
                            .map(partner -> new BarList.Bar(
                                    partner.name(), partner.liability(), formats.count(partner.liability())))
                            .toList()));
        }
        return panel;
    }

    private Component partners(Overview overview) {
        DataTable table = new DataTable(getTranslation("overview.partners"));
        table.headings(
                Cell.words(getTranslation("overview.partner")),
                Cell.figure(getTranslation("overview.line.issued")),
                Cell.figure(getTranslation("overview.line.redeemed")),
                Cell.figure(getTranslation("overview.difference")));
        for (Partner partner : overview.partners()) {
            table.row(
                    Cell.words(partner.name()),
                    Cell.figure(formats.count(partner.issued())).labelled(getTranslation("overview.line.issued")),
                    Cell.figure(formats.count(partner.redeemed())).labelled(getTranslation("overview.line.redeemed")),
                    Cell.figure(formats.signedPoints(partner.issued() - partner.redeemed()))
                            .labelled(getTranslation("overview.difference")));
        }
        return new Panel(getTranslation("overview.partners"), table);
    }

    private Component shared(Overview overview) {
        String title = getTranslation(caller.tenant().isPresent() ? "overview.shared" : "overview.sharedOperator");
        if (overview.shared().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("overview.shared.none"));
            none.addClassName("k-quiet");
            return new Panel(title, none);
        }
        var first = overview.shared().getFirst();
        String message = getTranslation(
                caller.tenant().isPresent() ? "overview.shared.message" : "overview.shared.messageOperator",
                first.names(),
                formats.count(first.members()));
        return new Panel(
                title,
                new BarList(
                        message,
                        overview.shared().stream()
                                .map(one -> new BarList.Bar(one.names(), one.members(), formats.count(one.members())))
                                .toList()));
    }
}
