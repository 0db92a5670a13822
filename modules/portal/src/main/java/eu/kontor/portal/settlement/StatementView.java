package eu.kontor.portal.settlement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.settlement.StatementPresenter.StatementPage;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.lists.AsOfBar;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** A partner's account of one window, from the net down to every transfer. */
@Route(value = Places.SETTLEMENT + "/:" + WindowView.WINDOW + "/:" + StatementView.PARTNER, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE})
public final class StatementView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    static final String PARTNER = "partner";

    /** About as high as a statement of some lines. */
    private static final int SKELETON_LINES = 12;

    private final transient StatementPresenter presenter;
    private final transient StatementPresenters presenters;
    private final Awaited body;
    private final transient SignedInCaller current;
    private final transient Caller caller;
    private final transient Wording wording;
    private final transient ZoneId zone;
    private final AsOfBar bar;
    private transient YearMonth month;
    private transient TenantId partner;
    private Address address = new Address(Places.SETTLEMENT, Map.of());

    @Inject
    public StatementView(
            StatementPresenters presenters,
            SettlementWording words,
            BackgroundWork background,
            SignedInCaller current) {
        super("settlement.statement");
        this.presenters = presenters;
        this.presenter = presenters.statements();
        this.body = new Awaited(background, SKELETON_LINES);
        this.current = current;
        this.caller = current.caller();
        this.wording = words.of(caller);
        this.zone = words.zoneOf(caller);
        this.bar = new AsOfBar(wording, zone, this::choose);
        show(bar, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.settle();
        bar.setVisible(false);
        heading(getTranslation("settlement.statement"));
        lead("");
        actions();
        String windowText = event.getRouteParameters().get(WindowView.WINDOW).orElse("");
        String partnerText = event.getRouteParameters().get(PARTNER).orElse("");
        Optional<YearMonth> window = WindowView.parse(windowText);
        if (window.isEmpty()) {
            showUnknown(getTranslation("settlement.unknown.text"));
            return;
        }
        try {
            partner = presenter.partner(partnerText);
        } catch (Refusal unknown) {
            showRefusal(unknown);
            return;
        }
        month = window.get();
        address = Address.of(
                Places.SETTLEMENT + '/' + windowText + '/' + partnerText,
                event.getLocation().getQueryParameters());
        Optional<AsOf> asOf = AsOf.in(address, zone);
        bar.show(asOf);
        load(event.getUI(), asOf);
    }

    private void choose(Optional<AsOf> asOf) {
        address = AsOf.into(address, asOf);
        getUI().ifPresent(ui -> {
            address.showIn(ui);
            load(ui, asOf);
        });
    }

    private void load(UI ui, Optional<AsOf> asOf) {
        YearMonth window = month;
        TenantId whose = partner;
        lead("");
        actions();
        if (asOf.isEmpty()) {
            body.ask(ui, () -> presenter.statement(caller, window, whose), this::showStatement, this::showRefusal);
            return;
        }
        AsOf then = asOf.get();
        Instant moment = then.moment(wording.clock().instant());
        body.ask(
                ui,
                () -> presenter.statementAsOf(caller, window, whose, moment),
                page -> showThen(page, then),
                refusal -> showRefusalThen(refusal, then));
    }

    private void showRefusalThen(Refusal refusal, AsOf then) {
        if (refusal.code() != RefusalCode.DAY_NOT_COME) {
            showRefusal(refusal);
            return;
        }
        bar.setVisible(true);
        body.add(PastWords.notCome(then, wording));
    }

    /** Net and lines alone: transfers, seal and file are of now. */
    private void showThen(StatementPage page, AsOf then) {
        Statement statement = page.statement();
        String monthName = wording.formats().month(statement.window());
        bar.setVisible(true);
        heading(getTranslation("settlement.statement.title", statement.partnerName(), monthName));
        lead(PastWords.standing(statement.state(), wording));
        actions(backLink(statement, then.query()));
        if (statement.lines().isEmpty()) {
            body.add(PastWords.nothingYet(statement.window(), wording));
            return;
        }
        Div list = new Div(summary(page), new Panel(getTranslation("settlement.lines"), new LinesTable(page, wording)));
        list.addClassNames("k-main-side", "k-statement");
        body.add(list);
    }

    private void showRefusal(Refusal refusal) {
        bar.setVisible(false);
        String sentence = refusal.sentence(caller.language());
        if (refusal.code() == RefusalCode.NOT_PERMITTED) {
            body.add(new EmptyState(getTranslation("shell.error.notPermitted"), sentence, back(Places.SETTLEMENT)));
        } else {
            showUnknown(sentence);
        }
    }

    private void showUnknown(String sentence) {
        bar.setVisible(false);
        heading(getTranslation("settlement.unknown.title"));
        body.add(new EmptyState(getTranslation("settlement.unknown.title"), sentence, back(Places.SETTLEMENT)));
    }

    private void showStatement(StatementPage page) {
        Statement statement = page.statement();
        String monthName = wording.formats().month(statement.window());
        bar.setVisible(true);
        heading(getTranslation("settlement.statement.title", statement.partnerName(), monthName));
        lead(standing(statement));
        if (statement.lines().isEmpty()) {
            actions(new WindowBadge(statement.state()), backLink(statement, ""));
            body.add(new EmptyState(
                    getTranslation("settlement.statement.none.title", monthName),
                    getTranslation("settlement.statement.none.text")));
            return;
        }
        Button print = new Button(getTranslation("settlement.statement.print"));
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        Anchor csv = new Anchor(csv(statement), AttachmentType.DOWNLOAD, getTranslation("settlement.statement.csv"));
        csv.addClassName("k-button");
        actions(new WindowBadge(statement.state()), csv, print, backLink(statement, ""));
        SidePanel side = new SidePanel();
        TransfersPanel transfers = new TransfersPanel(
                new TransferSource(presenter, presenters.purchases(), caller), page, wording, side, address);
        Div list = new Div(
                summary(page),
                new Panel(getTranslation("settlement.lines"), new LinesTable(page, wording)),
                new Panel(
                        getTranslation("settlement.seal"),
                        new SealPanel(presenters.seals(), caller, statement, csvName(statement), wording)),
                transfers);
        list.addClassNames("k-main-side", "k-statement");
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        body.add(both);
    }

    private Div summary(StatementPage page) {
        MoneyAmount net = page.statement().net();
        int signum = net.amount().signum();
        String key = signum > 0 ? "receives" : signum < 0 ? "pays" : "even";
        MoneyAmount size = signum < 0 ? net.negated() : net;
        Paragraph result = new Paragraph(getTranslation(
                "settlement.statement." + key,
                page.statement().partnerName(),
                wording.formats().money(size)));
        result.addClassName("k-result");
        Paragraph breakdown = new Paragraph(getTranslation(
                "settlement.statement.breakdown",
                wording.formats().money(page.receives()),
                wording.formats().money(page.pays().negated())));
        breakdown.addClassName("k-quiet");
        Div summary = new Div(result, breakdown);
        summary.addClassName("k-summary");
        if (page.lateTransfers() > 0) {
            summary.add(new Notice(
                    Notice.Kind.PLAIN,
                    Texts.counted(
                            "settlement.late",
                            page.lateTransfers(),
                            caller.language(),
                            wording.formats().month(page.statement().window()))));
        }
        return summary;
    }

    private String standing(Statement statement) {
        if (statement.state() != State.CLOSED) {
            return getTranslation("settlement.statement.running");
        }
        return statement
                .closedAt()
                .map(at -> getTranslation(
                        "settlement.statement.closed",
                        wording.formats().day(at.atZone(wording.zone()).toLocalDate())))
                .orElse("");
    }

    /** The operator comes from the window with all partners, a partner from its list of windows. */
    private Anchor backLink(Statement statement, String query) {
        return back(current.tenant().isPresent() ? Places.SETTLEMENT : Places.window(statement.window()) + query);
    }

    private Anchor back(String place) {
        Anchor back = new Anchor(
                place,
                place.equals(Places.SETTLEMENT)
                        ? getTranslation("settlement.back")
                        : getTranslation("settlement.backToPartners"));
        back.addClassName("k-back");
        return back;
    }

    private String csvName(Statement statement) {
        return presenter.csvName(statement.window(), statement.partner());
    }

    private DownloadHandler csv(Statement statement) {
        return event -> {
            event.setFileName(csvName(statement));
            event.setContentType("text/csv; charset=utf-8");
            presenter.writeCsv(caller, statement.window(), statement.partner(), event.getOutputStream());
        };
    }
}
