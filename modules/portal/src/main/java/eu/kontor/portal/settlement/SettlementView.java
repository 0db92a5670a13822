package eu.kontor.portal.settlement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.WindowRow;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settlement windows; the operator closes the oldest one that is over. */
@Route(value = Places.SETTLEMENT, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE})
@Menu(title = "settlement.nav", icon = "settlement", order = 50)
public final class SettlementView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String PANEL = "panel";
    private static final String CLOSE = "close";

    /** About as many as a year of months. */
    private static final int SKELETON_LINES = 12;

    private final transient SettlementPresenter presenter;
    private final transient SealPresenter seals;
    private final transient BackgroundWork background;
    private final transient SignedInCaller current;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Awaited list;
    private final SidePanel side = new SidePanel();
    private Address address = new Address(Places.SETTLEMENT, Map.of());

    @Inject
    public SettlementView(
            SettlementPresenter presenter,
            SealPresenter seals,
            Wordings words,
            BackgroundWork background,
            SignedInCaller current) {
        super("settlement.title");
        this.seals = seals;
        this.presenter = presenter;
        this.background = background;
        this.current = current;
        this.list = new Awaited(background, SKELETON_LINES);
        this.caller = current.caller();
        this.wording = words.ofCoalition(caller);
        lead(getTranslation("settlement.intro"));
        list.addClassName("k-main-side");
        side.addClassName("k-side-wide");
        side.whenClosed(() -> choose(PANEL, ""));
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.SETTLEMENT, event.getLocation().getQueryParameters());
        load(event.getUI());
    }

    /** A month that runs is added up from what was posted, which may take longer than a click. */
    private void load(UI ui) {
        list.ask(
                ui,
                () -> presenter.windows(caller),
                windows -> {
                    show(windows);
                    if (address.choice(PANEL).filter(CLOSE::equals).isPresent()
                            && SettlementPresenter.mayClose(caller)) {
                        SettlementPresenter.nextToClose(windows).ifPresent(this::preview);
                    }
                },
                refusal -> list.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private void show(List<WindowRow> windows) {
        if (windows.isEmpty()) {
            list.add(new EmptyState(getTranslation("settlement.empty.title"), getTranslation("settlement.empty.text")));
            return;
        }
        if (SettlementPresenter.mayClose(caller)) {
            SettlementPresenter.nextToClose(windows).ifPresent(ready -> list.add(invitation(ready)));
        }
        ListGrid<WindowRow> grid = grid(windows);
        list.add(new Div(new ListTools(grid).exporting(), grid));
        if (SettlementPresenter.mayClose(caller)) {
            showVerification();
        }
    }

    /** Below the windows; above them when something differs, because then none should be closed. */
    private void showVerification() {
        boolean alarming = seals.verification(caller)
                .latest()
                .filter(last -> !last.isIntact())
                .isPresent();
        list.addComponentAtIndex(
                alarming ? 0 : list.getComponentCount(),
                new Panel(getTranslation("settlement.verify"), new VerificationPanel(seals, caller, wording)));
    }

    private Div invitation(WindowRow ready) {
        Button preview = new Button(getTranslation("settlement.preview"), click -> preview(ready));
        preview.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div words = new Div(
                new H2(getTranslation(
                        "settlement.ready.title", wording.formats().month(ready.window()))),
                new Paragraph(getTranslation("settlement.ready.text")));
        Div invitation = new Div(words, preview);
        invitation.addClassName("k-invitation");
        return invitation;
    }

    private void preview(WindowRow ready) {
        choose(PANEL, CLOSE);
        ClosePanel panel = new ClosePanel(presenter, background, caller, wording);
        panel.whenClosed(() -> {
            side.close();
            getUI().ifPresent(this::load);
        });
        panel.show(ready);
        side.open(getTranslation("settlement.preview.title", wording.formats().month(ready.window())), panel);
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }

    private ListGrid<WindowRow> grid(List<WindowRow> windows) {
        ListGrid<WindowRow> grid = new ListGrid<>("months", getTranslation("settlement.title"));
        grid.sorts(
                grid.shown(
                        "month",
                        getTranslation("settlement.column.window"),
                        grid.link("<span class='k-strong'>${item.month}</span>")
                                .withProperty("month", row -> wording.monthAlone(row.window())),
                        row -> wording.monthAlone(row.window())),
                Comparator.comparing(WindowRow::window));
        grid.shown(
                "state",
                getTranslation("settlement.column.state"),
                LitRenderer.<WindowRow>of("<span class='k-badge ${item.look}'>${item.state}</span>")
                        .withProperty("look", SettlementView::look)
                        .withProperty("state", this::state),
                this::state);
        grid.figures(
                "net",
                getTranslation("settlement.column.result"),
                this::inWords,
                Comparator.comparing(SettlementView::net));
        grid.sorts(
                grid.words("due", getTranslation("settlement.column.due"), this::due),
                Comparator.comparing(row -> row.due().orElse(LocalDate.MAX)));
        grid.words("with", getTranslation("settlement.column.counterpart"), this::counterpart);
        grid.figures(
                "issued",
                getTranslation("settlement.column.issued"),
                row -> wording.formats().count(row.issued()),
                Comparator.comparing(WindowRow::issued));
        grid.figures(
                "redeemed",
                getTranslation("settlement.column.redeemed"),
                row -> wording.formats().points(row.redeemed()),
                Comparator.comparing(WindowRow::redeemed));
        grid.sorts(
                grid.words("closed", getTranslation("settlement.column.closed"), this::closedOn),
                Comparator.comparing(row -> row.closedAt().orElse(Instant.MAX)));
        grid.onPhone(
                getTranslation("settlement.column.window"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.month}</span>"
                                + "<span class='k-badge k-end ${item.look}'>${item.state}</span>"
                                + "<span class='k-compact-wide'>${item.net}</span>"
                                + "<span class='k-compact-wide k-quiet'>${item.due}</span>"
                                + "<span class='k-compact-note'>${item.issued}</span>"
                                + "<span class='k-compact-note k-end'>${item.redeemed}</span></div>")
                        .withProperty("net", this::inWords)
                        .withProperty("month", row -> wording.monthAlone(row.window()))
                        .withProperty("due", this::dueAndWith)
                        .withProperty("look", SettlementView::look)
                        .withProperty("state", this::state)
                        .withProperty("issued", row -> labelled("settlement.column.issued", row.issued()))
                        .withProperty(
                                "redeemed",
                                row -> labelled(
                                        "settlement.column.redeemed",
                                        row.redeemed().value())));
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(this::place, row -> getUI().ifPresent(ui -> ui.navigate(place(row))));
        grid.show(windows);
        return grid;
    }

    private static String look(WindowRow row) {
        return row.awaited() > 0 ? "k-badge-warning" : WindowBadge.look(row.state());
    }

    /** A closed month whose statement has no price yet is not done. */
    private String state(WindowRow row) {
        if (row.awaited() == 0) {
            return getTranslation("settlement.state." + row.state().name());
        }
        return caller.tenant().isPresent()
                ? getTranslation("settlement.state.AWAITED")
                : Texts.counted("settlement.state.awaited", row.awaited(), caller.language());
    }

    private String due(WindowRow row) {
        return row.due().map(wording.formats()::day).orElse("–");
    }

    private String counterpart(WindowRow row) {
        return presenter
                .counterpart(caller)
                .orElseGet(() -> Texts.counted("settlement.partners", row.statements(), caller.language()));
    }

    private String dueAndWith(WindowRow row) {
        String with = counterpart(row);
        return row.due()
                .map(day ->
                        getTranslation("settlement.dueWith", wording.formats().day(day), with))
                .orElse(with);
    }

    /** To sort by; of several currencies the first. */
    private static BigDecimal net(WindowRow row) {
        return row.received().stream().findFirst().map(MoneyAmount::amount).orElse(BigDecimal.ZERO);
    }

    /** {@code You receive €542.67}; nothing of a currency in which neither owes the other anything. */
    private String inWords(WindowRow row) {
        List<MoneyAmount> owed = row.received().stream()
                .filter(net -> net.amount().signum() != 0)
                .toList();
        if (owed.isEmpty() && !row.received().isEmpty()) {
            return getTranslation("settlement.even");
        }
        return owed.stream()
                .map(net -> getTranslation(
                        net.amount().signum() < 0 ? "settlement.youPay" : "settlement.youReceive",
                        wording.formats().unsigned(net)))
                .collect(Collectors.joining(" · "));
    }

    private String labelled(String key, long points) {
        return getTranslation(key) + " " + wording.formats().count(points);
    }

    /** The operator chooses a partner next; a partner has one statement only. */
    private String place(WindowRow row) {
        return current.tenant()
                .map(tenant -> Places.statement(
                        row.window(), new TenantSlug(tenant.slug().value())))
                .orElseGet(() -> Places.window(row.window()));
    }

    private String closedOn(WindowRow row) {
        return row.state() != State.CLOSED
                ? ""
                : row.closedAt()
                        .map(at ->
                                wording.formats().momentNear(at, wording.clock().instant(), wording.zone()))
                        .orElse("");
    }
}
