package eu.kontor.portal.trust;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue.ValueChangeEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.forms.LineField;
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
import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.tenancy.api.Trail.Wanted;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Who did what, when, and from where; and who was refused. */
@Route(value = Places.AUDIT, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN})
@Menu(title = "trust.audit.nav", icon = "audit", order = 90)
public final class AuditView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String PERSON = "person";
    private static final String ACTION = "kind";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String TEXT = "text";
    private static final String ENTRY = "entry";
    private static final int SKELETON_LINES = 12;

    private final transient TrailPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final LineField person = new LineField();
    private final Select<String> action = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final LineField text = new LineField();
    private final Anchor download = new Anchor();
    private final FilterBar filter = new FilterBar(getTranslation("trust.audit.filter"));
    private final Awaited results;
    private final SidePanel side = new SidePanel();
    private Address address = new Address(Places.AUDIT, Map.of());

    @Inject
    public AuditView(TrailPresenter presenter, BackgroundWork background, SignedInCaller current, Wordings words) {
        super("trust.audit.title");
        this.presenter = presenter;
        this.caller = current.caller();
        this.wording = caller.tenant().isPresent() ? words.of(caller) : words.ofCoalition(caller);
        this.results = new Awaited(background, SKELETON_LINES);
        lead(getTranslation(caller.tenant().isPresent() ? "trust.audit.lead" : "trust.audit.leadAll"));
        field(person, "trust.audit.person", PERSON);
        field(text, "trust.audit.text", TEXT);
        day(from, "trust.audit.from", FROM);
        day(until, "trust.audit.until", UNTIL);
        action.setAriaLabel(getTranslation("trust.audit.kind"));
        action.setEmptySelectionAllowed(true);
        action.setEmptySelectionCaption(getTranslation("trust.audit.everything"));
        action.setItemLabelGenerator(slug ->
                slug == null ? getTranslation("trust.audit.everything") : ActWords.action(slug, caller.language()));
        action.addValueChangeListener(change ->
                changed(change, ACTION, Optional.ofNullable(change.getValue()).orElse("")));
        download.setText(getTranslation("trust.audit.download"));
        filter.field(person).field(action).field(from).field(until).field(text).field(download);
        results.addClassName("k-results");
        side.whenClosed(() -> choose(ENTRY, ""));
        Div list = new Div(filter, results);
        list.addClassName("k-main-side");
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    private void field(LineField field, String label, String name) {
        field.setAriaLabel(getTranslation(label));
        field.setPlaceholder(getTranslation(label));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(
                change -> changed(change, name, change.getValue().strip()));
    }

    private void day(DatePicker field, String label, String name) {
        field.setAriaLabel(getTranslation(label));
        field.setPlaceholder(getTranslation(label));
        field.setI18n(DayWords.in(caller.language()));
        field.setLocale(caller.language());
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> changed(
                change,
                name,
                Optional.ofNullable(change.getValue()).map(LocalDate::toString).orElse("")));
    }

    private void changed(ValueChangeEvent<?> change, String name, String value) {
        if (change.isFromClient()) {
            choose(name, value);
            load(Optional.empty());
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.AUDIT, event.getLocation().getQueryParameters());
        action.setItems(presenter.actions(caller));
        set(person, PERSON);
        set(text, TEXT);
        address.choice(ACTION).ifPresent(action::setValue);
        from.setValue(date(FROM).orElse(null));
        until.setValue(date(UNTIL).orElse(null));
        load(address.choice(ENTRY));
    }

    private void set(AbstractField<?, String> field, String name) {
        field.setValue(address.choice(name).orElse(""));
    }

    private Optional<LocalDate> date(String name) {
        try {
            return address.choice(name).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Days are whole days of the brand, or of the coalition. */
    private Wanted wanted() {
        return new Wanted(
                address.choice(PERSON),
                address.choice(ACTION),
                date(FROM).map(day -> day.atStartOfDay(wording.zone()).toInstant()),
                date(UNTIL)
                        .map(day -> day.plusDays(1).atStartOfDay(wording.zone()).toInstant()),
                address.choice(TEXT),
                Optional.empty());
    }

    private void load(Optional<String> opened) {
        Wanted wanted = wanted();
        side.close();
        filter.outcome("");
        download.setHref(csv(wanted));
        results.ask(
                UI.getCurrent(),
                () -> CursorRows.begin((cursor, limit) -> presenter.page(caller, wanted, cursor, limit)),
                rows -> show(rows, opened),
                refusal -> results.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private DownloadHandler csv(Wanted wanted) {
        return event -> {
            event.setFileName("audit-trail-" + wording.today() + ".csv");
            event.setContentType("text/csv;charset=UTF-8");
            presenter.writeCsv(caller, wanted, event.getOutputStream());
        };
    }

    /** @param opened the number of the one that is shown at once, if it is among the first */
    private void show(CursorRows<Entry> rows, Optional<String> opened) {
        download.setVisible(!rows.isEmpty());
        if (rows.isEmpty()) {
            results.add(new EmptyState(
                    getTranslation("trust.audit.empty.title"), getTranslation("trust.audit.empty.text")));
            return;
        }
        EntryGrid grid = new EntryGrid(presenter, caller, wording);
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(entry -> address.with(ENTRY, Long.toString(entry.id())).link(), this::open);
        grid.show(rows, () -> filter.outcome(outcome(rows)));
        results.add(grid.tools(), grid);
        opened.ifPresent(number -> rows.rows(0, CursorRows.PAGE).stream()
                .filter(entry -> Long.toString(entry.id()).equals(number))
                .findFirst()
                .ifPresent(this::open));
    }

    private void open(Entry entry) {
        choose(ENTRY, Long.toString(entry.id()));
        side.open(ActWords.action(entry.action(), caller.language()), new EntryPanel(entry, presenter, wording));
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }

    private String outcome(CursorRows<Entry> rows) {
        String count = wording.formats().count(rows.fetched());
        if (rows.isCut()) {
            return getTranslation("trust.tooMany", count);
        }
        return getTranslation(rows.hasMore() ? "trust.shownMore" : "trust.shown", count);
    }
}
