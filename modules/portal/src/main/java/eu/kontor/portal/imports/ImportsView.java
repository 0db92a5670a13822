package eu.kontor.portal.imports;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.lists.CursorRows;
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
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Drops files, shows how those under way proceed, keeps the receipts. */
@Route(value = Places.IMPORTS, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.FINANCE})
@Menu(title = "imports.nav", icon = "imports", order = 40)
public final class ImportsView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String IMPORT = "import";
    /** Often enough to look live, seldom enough to cost a server with many open pages nothing. */
    private static final int POLL_MILLISECONDS = 1_000;

    private static final int NEVER = -1;
    private static final int SKELETON_LINES = 8;

    private final transient ImportsPresenter presenter;
    private final transient HeldPresenter held;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Div underWay = new Div();
    private final Awaited past;
    private final Notice notice = new Notice();
    private final Span cut = new Span();
    private final SidePanel side = new SidePanel();
    private final RouterLink heldLink = new RouterLink("", HeldView.class);
    private final MissingPanel missing;
    private final transient Map<Long, ProgressPanel> progress = new LinkedHashMap<>();
    private transient ReceiptPanel receipt;
    private transient Optional<Long> dropped = Optional.empty();
    private transient Registration polling;
    private Address address = new Address(Places.IMPORTS, Map.of());

    @Inject
    public ImportsView(
            ImportsPresenter presenter,
            HeldPresenter held,
            BackgroundWork background,
            SignedInCaller current,
            Tenants tenants,
            Wordings words) {
        super("imports.title");
        this.presenter = presenter;
        this.past = new Awaited(background, SKELETON_LINES);
        this.caller = current.caller();
        Tenant tenant = tenants.get(caller.tenantOrRefuse());
        this.wording = words.of(caller);
        lead(getTranslation("imports.intro"));
        this.held = held;
        this.missing = new MissingPanel(held, caller, wording);
        actions(heldLink, new RouterLink(getTranslation("imports.layout.nav"), NewLayoutView.class));
        String cardPrefix = tenants.coalition().cardPrefix();
        HelpPanel help = new HelpPanel(layout -> example(layout, tenant, cardPrefix));
        underWay.addClassName("k-under-way");
        underWay.getElement().setAttribute("aria-live", "off");
        past.addClassName("k-results");
        cut.addClassName("k-quiet");
        side.whenClosed(() -> {
            receipt = null;
            choose(IMPORT, "");
        });
        Div list = new Div(
                new DropPanel(presenter, caller, this::received, notice::error),
                notice,
                missing,
                help,
                underWay,
                new Panel(getTranslation("imports.past"), past, cut));
        list.addClassName("k-main-side");
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.IMPORTS, event.getLocation().getQueryParameters());
        refresh();
        address.choice(IMPORT).ifPresent(this::openFromAddress);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        poll(event.getUI(), false);
    }

    private void openFromAddress(String number) {
        try {
            open(presenter.get(caller, Long.parseLong(number)));
        } catch (Refusal | NumberFormatException e) {
            notice.error(getTranslation("imports.gone"));
            choose(IMPORT, "");
        }
    }

    private void received(FeedReceipt arrived) {
        dropped = Optional.of(arrived.id());
        tell(arrived);
        refresh();
        open(arrived);
    }

    /** Of the file that was dropped here last: that it is being read, as long as it is; then how it ended, in red where it did not. */
    private void tell(FeedReceipt file) {
        if (ImportsPresenter.isUnderWay(file)) {
            notice.say(Notice.Kind.PLAIN, getTranslation("imports.received", file.fileName()));
            return;
        }
        String how = file.fileName() + ": " + StateBadge.words(file, caller.language());
        if (file.state() == State.REFUSED || file.state() == State.FAILED) {
            notice.error(file.refusal().map(why -> how + ". " + why).orElse(how));
        } else {
            notice.say(file.linesRefused() > 0 ? Notice.Kind.WARNING : Notice.Kind.SUCCESS, how);
        }
        dropped = Optional.empty();
    }

    /** Reads the list again: what is under way on top, the rest below. */
    private void refresh() {
        List<FeedReceipt> unfinished = presenter.unfinished(caller);
        missing.refresh();
        heldLink.setText(getTranslation("imports.held.nav", wording.formats().count(held.waiting(caller))));
        progress.clear();
        underWay.removeAll();
        unfinished.forEach(this::addProgress);
        past.ask(
                UI.getCurrent(),
                () -> CursorRows.begin((cursor, limit) -> presenter.finished(caller, cursor, limit)),
                rows -> show(rows, unfinished.isEmpty()),
                refusal -> past.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
        poll(UI.getCurrent(), unfinished.stream().anyMatch(ImportsPresenter::isUnderWay));
        // A short file has ended before anybody looked at its progress.
        dropped.filter(own -> !progress.containsKey(own)).ifPresent(own -> tell(presenter.get(caller, own)));
    }

    private void show(CursorRows<FeedReceipt> rows, boolean isNothingUnderWay) {
        if (rows.isEmpty() && isNothingUnderWay) {
            past.add(new EmptyState(getTranslation("imports.empty.title"), getTranslation("imports.empty.text")));
        } else {
            ListGrid<FeedReceipt> grid = grid(rows);
            past.add(new ListTools(grid).finding().exporting(), grid);
        }
    }

    private void addProgress(FeedReceipt row) {
        ProgressPanel panel = new ProgressPanel(
                row,
                caller.language(),
                () -> act(() -> presenter.stop(caller, row.id())),
                () -> act(() -> presenter.resume(caller, row.id())));
        progress.put(row.id(), panel);
        underWay.add(panel);
    }

    private void act(Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
        refresh();
        tick();
    }

    private void poll(UI ui, boolean wanted) {
        if (wanted && polling == null) {
            ui.setPollInterval(POLL_MILLISECONDS);
            polling = ui.addPollListener(poll -> tick());
        } else if (!wanted && polling != null) {
            ui.setPollInterval(NEVER);
            polling.remove();
            polling = null;
        }
    }

    /** Follows what is under way; when one of them ends, the list is read again. */
    private void tick() {
        boolean ended = false;
        for (Map.Entry<Long, ProgressPanel> entry : progress.entrySet()) {
            FeedReceipt now = presenter.get(caller, entry.getKey());
            entry.getValue().update(now);
            ended |= ImportsPresenter.isFinished(now);
            dropped.filter(entry.getKey()::equals).ifPresent(own -> tell(now));
        }
        if (receipt != null) {
            address.choice(IMPORT).map(Long::parseLong).ifPresent(id -> receipt.update(presenter.get(caller, id)));
        }
        if (ended) {
            refresh();
        }
    }

    private ListGrid<FeedReceipt> grid(CursorRows<FeedReceipt> rows) {
        ListGrid<FeedReceipt> grid = new ListGrid<>("imports", getTranslation("imports.past"));
        grid.shown(
                "file",
                getTranslation("imports.column.file"),
                grid.link("<span class='k-strong'>${item.file}</span>").withProperty("file", FeedReceipt::fileName),
                FeedReceipt::fileName);
        grid.sorts(
                grid.words("received", getTranslation("imports.column.received"), this::receivedWhen),
                Comparator.comparing(FeedReceipt::receivedAt));
        grid.shown(
                "state",
                getTranslation("imports.column.state"),
                LitRenderer.<FeedReceipt>of("<span class='k-badge ${item.look}'>${item.state}</span>")
                        .withProperty("look", StateBadge::look)
                        .withProperty("state", row -> StateBadge.word(row, caller.language())),
                row -> StateBadge.word(row, caller.language()));
        count(grid, "lines", FeedReceipt::linesRead);
        count(grid, "posted", FeedReceipt::linesPosted);
        count(grid, "refused", FeedReceipt::linesRefused);
        count(grid, "points", row -> row.points().value());
        grid.onPhone(
                getTranslation("imports.past"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.file}</span>"
                                + "<span class='k-compact-number'>${item.points}</span>"
                                + "<span class='k-compact-note'>${item.received}</span>"
                                + "<span class='k-badge k-end ${item.look}'>${item.state}</span></div>")
                        .withProperty("file", FeedReceipt::fileName)
                        .withProperty("points", row -> wording.formats().points(row.points()))
                        .withProperty("received", this::receivedWhen)
                        .withProperty("look", StateBadge::look)
                        .withProperty("state", row -> StateBadge.words(row, caller.language())));
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(
                row -> address.with(IMPORT, Long.toString(row.id())).link(),
                row -> open(presenter.get(caller, row.id())));
        grid.show(
                rows,
                () -> cut.setText(
                        rows.isCut()
                                ? getTranslation(
                                        "imports.tooMany", wording.formats().count(rows.fetched()))
                                : ""));
        return grid;
    }

    private void count(ListGrid<FeedReceipt> grid, String name, ToLongFunction<FeedReceipt> value) {
        grid.figures(
                name,
                getTranslation("imports.column." + name),
                row -> wording.formats().count(value.applyAsLong(row)),
                Comparator.comparingLong(value));
    }

    private String receivedWhen(FeedReceipt row) {
        return wording.formats().momentNear(row.receivedAt(), wording.clock().instant(), wording.zone());
    }

    private void open(FeedReceipt chosen) {
        choose(IMPORT, Long.toString(chosen.id()));
        receipt = new ReceiptPanel(chosen, wording, rejects(chosen));
        side.open(chosen.fileName(), receipt);
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }

    private DownloadHandler rejects(FeedReceipt chosen) {
        return event -> {
            event.setFileName(ImportsPresenter.rejectsName(chosen));
            event.setContentType(presenter.rejectsType(caller, chosen.id()));
            presenter.writeRejects(caller, chosen.id(), event.getOutputStream());
        };
    }

    private DownloadHandler example(String layout, Tenant tenant, String cardPrefix) {
        return event -> {
            event.setFileName(layout + "-example.csv");
            event.setContentType("text/csv; charset=utf-8");
            event.getOutputStream()
                    .write(ExampleFiles.content(
                            layout, tenant, cardPrefix, wording.today().minusDays(1)));
        };
    }
}
