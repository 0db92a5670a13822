package eu.kontor.portal.expiry;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.notification.api.ExpiringPoints.ExpiringRow;
import eu.kontor.notification.api.ExpiringPoints.ExpiringSum;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.DayWords;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.FilterBar;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.look.EmptyState;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** Whose points expire by a day, who was told, and the run that expires what was announced. */
@Route(value = Places.EXPIRY, layout = MainLayout.class)
@ForRoles(Role.OPERATOR)
@Menu(title = "expiry.nav", icon = "expiry", order = 60)
public final class ExpiryView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String DAY = "asOf";
    private static final String PANEL = "panel";
    private static final String TELL = "tell";
    private static final String RUN = "run";
    private static final int SKELETON_LINES = 12;

    private final transient ExpiryPresenter presenter;
    private final transient BackgroundWork background;
    private final transient Caller caller;
    private final transient Wording wording;
    private final DatePicker day = new DatePicker();
    private final FilterBar filter = new FilterBar(getTranslation("expiry.filter.label"));
    private final Awaited results;
    private final SidePanel side = new SidePanel();
    private final Anchor download = new Anchor();
    private LocalDate asOf;
    private Address address = new Address(Places.EXPIRY, Map.of());

    @Inject
    public ExpiryView(ExpiryPresenter presenter, BackgroundWork background, SignedInCaller current, Wordings words) {
        super("expiry.title");
        this.presenter = presenter;
        this.background = background;
        this.caller = current.caller();
        this.wording = words.ofCoalition(caller);
        this.asOf = presenter.usualDay();
        this.results = new Awaited(background, SKELETON_LINES);
        lead(getTranslation("expiry.lead", presenter.noticeDays()));
        actions(
                new Button(getTranslation("expiry.tell"), click -> openTell()),
                new Button(getTranslation("expiry.run"), click -> openRun()));
        day.setAriaLabel(getTranslation("expiry.filter.day"));
        day.setI18n(DayWords.in(caller.language()));
        day.setLocale(caller.language());
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue());
            }
        });
        download.setText(getTranslation("expiry.download"));
        filter.words(getTranslation("expiry.filter.lead")).field(day).field(download);
        results.addClassName("k-results");
        side.whenClosed(() -> choose(PANEL, ""));
        Div list = new Div(filter, results);
        list.addClassName("k-main-side");
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.EXPIRY, event.getLocation().getQueryParameters());
        asOf = address.choice(DAY).map(this::parsed).orElseGet(presenter::usualDay);
        day.setValue(asOf);
        load();
        address.choice(PANEL).filter(TELL::equals).ifPresent(panel -> openTell());
        address.choice(PANEL).filter(RUN::equals).ifPresent(panel -> openRun());
    }

    private LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return presenter.usualDay();
        }
    }

    /** @param chosen null for an emptied field, which then shows the last day again */
    private void choose(LocalDate chosen) {
        if (chosen == null) {
            day.setValue(asOf);
            return;
        }
        asOf = chosen;
        choose(DAY, chosen.toString());
        load();
    }

    /** @param rows its first page is fetched */
    private record Shown(ExpiringSum sum, CursorRows<ExpiringRow> rows) {}

    private void load() {
        LocalDate wanted = asOf;
        filter.outcome("");
        download.setVisible(false);
        download.setHref(csv(wanted));
        results.ask(
                UI.getCurrent(),
                () -> new Shown(
                        presenter.sum(caller, wanted),
                        CursorRows.begin((cursor, limit) -> presenter.page(caller, wanted, cursor, limit))),
                shown -> show(wanted, shown),
                refusal -> results.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private DownloadHandler csv(LocalDate wanted) {
        return event -> {
            event.setFileName("expiry-" + wanted + ".csv");
            event.setContentType("text/csv;charset=UTF-8");
            presenter.writeCsv(caller, wanted, event.getOutputStream());
        };
    }

    private void show(LocalDate wanted, Shown shown) {
        download.setVisible(!shown.rows().isEmpty());
        if (shown.rows().isEmpty()) {
            results.add(new EmptyState(
                    getTranslation("expiry.empty.title", wording.formats().day(wanted)),
                    getTranslation("expiry.empty.text")));
            return;
        }
        ExpiringGrid grid = new ExpiringGrid(wording);
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(expiring -> Places.member(expiring.row().member()), expiring -> getUI().ifPresent(
                        ui -> ui.navigate(Places.member(expiring.row().member()))));
        grid.show(shown.rows(), () -> filter.outcome(outcome(shown.rows())));
        results.add(new ExpiringFigures(shown.sum(), presenter::tenantName, wording), grid.tools(), grid);
    }

    private String outcome(CursorRows<ExpiringRow> rows) {
        String count = wording.formats().count(rows.fetched());
        if (rows.isCut()) {
            return getTranslation("expiry.tooMany", count);
        }
        return rows.hasMore() ? getTranslation("expiry.shownMore", count) : getTranslation("expiry.shown", count);
    }

    private void openTell() {
        choose(PANEL, TELL);
        side.open(
                getTranslation("expiry.tell.title"), new TellPanel(presenter, background, caller, wording, this::load));
    }

    private void openRun() {
        choose(PANEL, RUN);
        side.open(getTranslation("expiry.run.title"), new RunPanel(presenter, background, caller, wording, this::load));
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }
}
