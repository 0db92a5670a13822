package eu.kontor.portal.settlement;

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
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import eu.kontor.portalkit.look.EmptyState;
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

    private final transient SettlementPresenter presenter;
    private final transient SealPresenter seals;
    private final transient BackgroundWork background;
    private final transient SignedInCaller current;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Div list = new Div();
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
        List<WindowRow> windows = refresh();
        if (address.choice(PANEL).filter(CLOSE::equals).isPresent() && SettlementPresenter.mayClose(caller)) {
            SettlementPresenter.nextToClose(windows).ifPresent(this::preview);
        }
    }

    private List<WindowRow> refresh() {
        List<WindowRow> windows = presenter.windows(caller);
        list.removeAll();
        if (windows.isEmpty()) {
            list.add(new EmptyState(getTranslation("settlement.empty.title"), getTranslation("settlement.empty.text")));
            return windows;
        }
        if (SettlementPresenter.mayClose(caller)) {
            SettlementPresenter.nextToClose(windows).ifPresent(ready -> list.add(invitation(ready)));
        }
        ListGrid<WindowRow> grid = grid(windows);
        list.add(new Div(new ListTools(grid).exporting(), grid));
        if (SettlementPresenter.mayClose(caller)) {
            showVerification();
        }
        return windows;
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
            refresh();
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
                        .withProperty("look", row -> WindowBadge.look(row.state()))
                        .withProperty(
                                "state",
                                row -> getTranslation(
                                        "settlement.state." + row.state().name())),
                row -> getTranslation("settlement.state." + row.state().name()));
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
        grid.figures("net", getTranslation(receivesKey()), this::received, Comparator.comparing(SettlementView::net));
        grid.sorts(
                grid.words("closed", getTranslation("settlement.column.closed"), this::closedOn),
                Comparator.comparing(row -> row.closedAt().orElse(Instant.MAX)));
        grid.onPhone(
                getTranslation("settlement.column.window"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.month}</span>"
                                + "<span class='k-badge k-end ${item.look}'>${item.state}</span>"
                                + "<span class='k-compact-wide'>${item.net}</span>"
                                + "<span class='k-compact-note'>${item.issued}</span>"
                                + "<span class='k-compact-note k-end'>${item.redeemed}</span></div>")
                        .withProperty("net", this::inWords)
                        .withProperty("month", row -> wording.monthAlone(row.window()))
                        .withProperty("look", row -> WindowBadge.look(row.state()))
                        .withProperty(
                                "state",
                                row -> getTranslation(
                                        "settlement.state." + row.state().name()))
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

    private String receivesKey() {
        return current.tenant().isPresent() ? "settlement.column.received" : "settlement.column.receivedByOperator";
    }

    /** With its sign: what is received, or paid where it is negative. */
    private String received(WindowRow row) {
        return row.received().stream()
                .map(net -> wording.formats().signedMoney(net))
                .collect(Collectors.joining(", "));
    }

    /** To sort by; of several currencies the first. */
    private static BigDecimal net(WindowRow row) {
        return row.received().stream().findFirst().map(MoneyAmount::amount).orElse(BigDecimal.ZERO);
    }

    /** {@code You receive €542.67}. */
    private String inWords(WindowRow row) {
        return row.received().stream()
                .map(net -> getTranslation(
                        net.amount().signum() < 0 ? "settlement.youPay" : "settlement.youReceive",
                        wording.formats().unsigned(net)))
                .collect(Collectors.joining(", "));
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
