package eu.kontor.portal.tenants;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.tenants.TenantsPresenter.TenantLine;
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
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The coalition's brands: how they stand, what they agreed to, and applying the configuration. */
@Route(value = Places.TENANTS, layout = MainLayout.class)
@ForRoles(Role.OPERATOR)
@Menu(title = "tenants.nav", icon = "tenants", order = 70)
public final class TenantsView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String TENANT = "tenant";
    private static final String PANEL = "panel";
    private static final String APPLY = "apply";

    /** About as many as a coalition has brands. */
    private static final int SKELETON_LINES = 8;

    private final transient TenantsPresenter presenter;
    private final transient ConfigurationSource folders;
    private final transient BackgroundWork background;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Awaited list;
    private final SidePanel side = new SidePanel();
    private Address address = new Address(Places.TENANTS, Map.of());

    @Inject
    public TenantsView(
            TenantsPresenter presenter,
            ConfigurationSource folders,
            BackgroundWork background,
            SignedInCaller current,
            Wordings words) {
        super("tenants.title");
        this.presenter = presenter;
        this.folders = folders;
        this.background = background;
        this.list = new Awaited(background, SKELETON_LINES);
        this.caller = current.caller();
        this.wording = words.ofCoalition(caller);
        Button apply = new Button(getTranslation("tenants.apply"), click -> openApply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(apply);
        list.addClassName("k-main-side");
        side.whenClosed(() -> {
            choose(TENANT, "");
            choose(PANEL, "");
        });
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.TENANTS, event.getLocation().getQueryParameters());
        load(address.choice(TENANT));
        if (address.choice(PANEL).filter(APPLY::equals).isPresent()) {
            openApply();
        }
    }

    /** @param opened whose panel is open beside it */
    private void load(Optional<String> opened) {
        list.ask(
                UI.getCurrent(),
                () -> presenter.all(caller),
                lines -> {
                    show(lines);
                    opened.flatMap(slug -> lines.stream()
                                    .filter(line -> line.tenant().slug().value().equals(slug))
                                    .findFirst())
                            .ifPresent(this::open);
                },
                refusal -> list.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private void show(List<TenantLine> lines) {
        lead(Texts.counted("tenants.count", lines.size(), caller.language()));
        if (lines.isEmpty()) {
            list.add(new EmptyState(
                    getTranslation("tenants.empty.title"),
                    getTranslation("tenants.empty.text"),
                    new Button(getTranslation("tenants.apply"), click -> openApply())));
        } else {
            ListGrid<TenantLine> grid = grid(lines);
            list.add(new Div(new ListTools(grid).finding().exporting(), grid));
        }
    }

    private ListGrid<TenantLine> grid(List<TenantLine> lines) {
        ListGrid<TenantLine> grid = new ListGrid<>("brands", getTranslation("tenants.title"));
        grid.shown(
                "name",
                getTranslation("tenants.column.name"),
                grid.link(
                                "<span class='k-dot' style='background:${item.colour}'></span> <span class='k-strong'>${item.name}</span>")
                        .withProperty("colour", row -> row.tenant().accentColour())
                        .withProperty("name", row -> row.tenant().name()),
                row -> row.tenant().name());
        grid.shown(
                "state",
                getTranslation("tenants.column.state"),
                LitRenderer.<TenantLine>of("<span class='k-badge ${item.look}'>${item.state}</span>")
                        .withProperty("look", row -> StateWord.look(row.tenant().state()))
                        .withProperty("state", this::state),
                this::state);
        grid.figures(
                "outlets",
                getTranslation("tenants.column.outlets"),
                row -> wording.formats().count(row.tenant().outlets().size()),
                Comparator.comparing(row -> row.tenant().outlets().size()));
        grid.words("currency", getTranslation("tenants.column.currency"), TenantsView::currencies);
        grid.words("program", getTranslation("tenants.column.program"), this::program);
        grid.onPhone(
                getTranslation("tenants.title"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.name}</span>"
                                + "<span class='k-badge k-end ${item.look}'>${item.state}</span>"
                                + "<span class='k-compact-note'>${item.program}</span></div>")
                        .withProperty("name", row -> row.tenant().name())
                        .withProperty("look", row -> StateWord.look(row.tenant().state()))
                        .withProperty("state", this::state)
                        .withProperty("program", this::program));
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(
                row -> address.with(PANEL, "")
                        .with(TENANT, row.tenant().slug().value())
                        .link(),
                this::open);
        grid.show(lines);
        return grid;
    }

    private String state(TenantLine row) {
        return getTranslation("tenants.state." + row.tenant().state().name());
    }

    private static String currencies(TenantLine row) {
        return String.join(
                ", ",
                row.tenant().currencies().stream()
                        .map(java.util.Currency::getCurrencyCode)
                        .toList());
    }

    private String program(TenantLine row) {
        return row.program()
                .map(program -> getTranslation(
                        "tenants.program.version",
                        program.version(),
                        wording.formats().day(program.validFrom())))
                .orElse(getTranslation("tenants.program.none"));
    }

    private void open(TenantLine line) {
        choose(PANEL, "");
        choose(TENANT, line.tenant().slug().value());
        side.open(
                line.tenant().name(),
                new TenantPanel(
                        line,
                        wording,
                        () -> change(line, "tenants.suspend.done", true),
                        () -> change(line, "tenants.resume.done", false)));
    }

    private void change(TenantLine line, String doneKey, boolean suspend) {
        if (suspend) {
            presenter.suspend(caller, line.tenant().slug());
        } else {
            presenter.resume(caller, line.tenant().slug());
        }
        Notice.overPage(getTranslation(doneKey, line.tenant().name()));
        load(Optional.of(line.tenant().slug().value()));
    }

    private void openApply() {
        choose(TENANT, "");
        choose(PANEL, APPLY);
        ApplyPanel panel = new ApplyPanel(presenter, folders, background, caller);
        panel.whenApplied(() -> load(Optional.empty()));
        side.open(getTranslation("tenants.apply"), panel);
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }
}
