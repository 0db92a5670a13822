package eu.kontor.portal.settlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.members.ActivityPresenter;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.settlement.StatementPresenter.StatementPage;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.StatementDocuments.Letterhead;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** A partner's account of one window, from the net down to every transfer. */
@Route(
        value = Places.SETTLEMENT + "/:" + WindowFigures.WINDOW + "/:" + StatementView.PARTNER,
        layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE})
public final class StatementView extends WindowFigures<StatementPage> {

    private static final long serialVersionUID = 1L;
    static final String PARTNER = "partner";

    /** About as high as a statement of some lines. */
    private static final int SKELETON_LINES = 12;

    private final transient StatementPresenter presenter;
    private final transient ActivityPresenter purchases;
    private final transient SealPresenter seals;
    private transient TenantId partner;

    @Inject
    public StatementView(
            StatementPresenter presenter,
            ActivityPresenter purchases,
            SealPresenter seals,
            Wordings words,
            BackgroundWork background,
            SignedInCaller current) {
        super("settlement.statement", SKELETON_LINES, words, background, current);
        this.presenter = presenter;
        this.purchases = purchases;
        this.seals = seals;
    }

    @Override
    Optional<String> place(BeforeEnterEvent event, YearMonth window) {
        String text = event.getRouteParameters().get(PARTNER).orElse("");
        partner = presenter.partner(text);
        return Optional.of(Places.window(window) + '/' + text);
    }

    @Override
    Asked<StatementPage> ask(YearMonth window, Optional<Instant> moment) {
        TenantId whose = partner;
        return () -> moment.map(past -> presenter.statementAsOf(caller, window, whose, past))
                .orElseGet(() -> presenter.statement(caller, window, whose));
    }

    @Override
    Component[] actionsMeanwhile() {
        return new Component[0];
    }

    /** Net and lines alone: transfers, seal and file are of now. */
    @Override
    void showAsOf(StatementPage page, AsOf asOf) {
        Statement statement = page.statement();
        String monthName = wording.formats().month(statement.window());
        heading(getTranslation("settlement.statement.title", statement.partnerName(), monthName));
        lead(PastWords.standing(statement.state(), wording));
        actions(backLink(statement, asOf.query()));
        if (statement.lines().isEmpty()) {
            body.add(PastWords.nothingYet(statement.window(), wording));
            return;
        }
        Div list = new Div(summary(page), new Panel(getTranslation("settlement.lines"), new LinesTable(page, wording)));
        list.addClassNames("k-main-side", "k-statement");
        body.add(list);
    }

    @Override
    void showRefusal(Refusal refusal) {
        String sentence = refusal.sentence(caller.language());
        if (refusal.code() == RefusalCode.NOT_PERMITTED) {
            body.add(new EmptyState(getTranslation("shell.error.notPermitted"), sentence, allWindows()));
        } else {
            showUnknown(sentence);
        }
    }

    @Override
    void showNow(StatementPage page) {
        Statement statement = page.statement();
        String monthName = wording.formats().month(statement.window());
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
        Anchor pdf = new Anchor(pdf(statement), AttachmentType.DOWNLOAD, getTranslation("settlement.statement.pdf"));
        pdf.addClassName("k-button");
        actions(new WindowBadge(statement.state()), pdf, csv, print, backLink(statement, ""));
        SidePanel side = new SidePanel();
        TransfersPanel transfers =
                new TransfersPanel(new TransferSource(presenter, purchases, caller), page, wording, side, address);
        Div list = new Div(
                summary(page),
                new Panel(getTranslation("settlement.lines"), new LinesTable(page, wording)),
                new Panel(
                        getTranslation("settlement.seal"),
                        new SealPanel(seals, caller, statement, csvName(statement), wording)),
                transfers);
        list.addClassNames("k-main-side", "k-statement");
        page.letterhead()
                .ifPresent(letterhead -> list.addComponentAsFirst(new PrintedHead(statement, letterhead, wording)));
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
        page.letterhead().ifPresent(letterhead -> summary.add(due(page.statement(), letterhead)));
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

    /** By when, and to whom; nothing of a month that is open or comes out even. */
    private Div due(Statement statement, Letterhead letterhead) {
        Div line = new Div();
        line.addClassName("k-due");
        boolean isPaid = statement.net().amount().signum() != 0;
        statement.due().filter(_ -> isPaid).ifPresent(day -> {
            boolean partnerReceives = statement.net().amount().signum() > 0;
            line.setText(getTranslation(
                    "settlement.statement.due",
                    wording.formats().day(day),
                    (partnerReceives ? letterhead.operator() : letterhead.partner()).name(),
                    (partnerReceives ? letterhead.partner() : letterhead.operator()).name()));
        });
        return line;
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
        return current.tenant().isPresent()
                ? allWindows()
                : back(Places.window(statement.window()) + query, "settlement.backToPartners");
    }

    private String csvName(Statement statement) {
        return presenter.csvName(statement.window(), statement.partner());
    }

    private DownloadHandler pdf(Statement statement) {
        return event -> {
            event.setFileName(csvName(statement).replaceFirst("csv$", "pdf"));
            event.setContentType("application/pdf");
            presenter.writePdf(caller, statement.window(), statement.partner(), event.getOutputStream());
        };
    }

    private DownloadHandler csv(Statement statement) {
        return event -> {
            event.setFileName(csvName(statement));
            event.setContentType("text/csv; charset=utf-8");
            presenter.writeCsv(caller, statement.window(), statement.partner(), event.getOutputStream());
        };
    }
}
