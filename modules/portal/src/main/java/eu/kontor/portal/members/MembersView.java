package eu.kontor.portal.members;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Role;
import eu.kontor.membership.api.Members;
import eu.kontor.portal.members.MembersPresenter.MemberLine;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.FilterBar;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds members by card, name, phone or e-mail; the search is in the address. */
@Route(value = Places.MEMBERS, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK})
@Menu(title = "members.nav", icon = "members", order = 30)
public final class MembersView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String SEARCH = "q";
    private static final String SHOW = "show";
    private static final String PANEL = "panel";
    private static final String ENROL = "enrol";
    /** A person who types fast pauses about as long between words; the list follows the words, not the letters. */
    private static final int DEBOUNCE_MILLISECONDS = 250;

    /** A first page's rows, as far as they are seen without scrolling. */
    private static final int SKELETON_LINES = 9;

    private final transient MembersPresenter presenter;
    private final transient Caller caller;
    private final transient BackgroundWork background;
    private final transient Wording wording;
    private final transient Formats formats;
    private final String pointsName;
    private final LineField search = new LineField();
    private final Select<Segment> segments = new Select<>();
    private final transient Map<Segment, Integer> sizes = new EnumMap<>(Segment.class);
    private final FilterBar filter = new FilterBar(getTranslation("members.filter.label"));
    private final Awaited results;
    private final SidePanel side = new SidePanel();
    private Address address = new Address(Places.MEMBERS, Map.of());

    @Inject
    public MembersView(MembersPresenter presenter, SignedInCaller current, Wordings words, BackgroundWork background) {
        super("members.title");
        this.results = new Awaited(background, SKELETON_LINES);
        this.presenter = presenter;
        this.caller = current.caller();
        this.wording = words.of(caller);
        this.formats = wording.formats();
        this.pointsName = wording.pointsName();
        this.background = background;
        String count = caller.tenant().isPresent() ? "members.count" : "members.countAll";
        lead(Texts.counted(count, presenter.count(caller), caller.language()));
        if (MemberPagePresenter.mayEnrol(caller)) {
            Button enrol = new Button(getTranslation("members.enrol"), click -> enrol());
            enrol.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions(enrol);
        }
        search.setPlaceholder(getTranslation("members.filter.placeholder"));
        search.setAriaLabel(getTranslation("members.filter.label"));
        search.setClearButtonVisible(true);
        search.setAutofocus(true);
        search.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(DEBOUNCE_MILLISECONDS);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(SEARCH, change.getValue().strip());
                find(change.getValue().strip(), UI.getCurrent());
            }
        });
        offerSegments();
        filter.words(getTranslation("members.segment.lead"))
                .field(segments)
                .words(getTranslation("members.filter.lead"))
                .field(search);
        results.addClassName("k-results");
        side.whenClosed(() -> {
            choose(PANEL, "");
            search.focus();
        });
        Div list = new Div(filter, results);
        list.addClassName("k-main-side");
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.MEMBERS, event.getLocation().getQueryParameters());
        String text = address.choice(SEARCH).orElse("");
        search.setValue(text);
        segments.setValue(segment());
        find(text, event.getUI());
        count(event.getUI());
        if (address.choice(PANEL).filter(ENROL::equals).isPresent() && MemberPagePresenter.mayEnrol(caller)) {
            enrol();
        }
    }

    private void find(String text, UI ui) {
        results.settle();
        filter.outcome("");
        Segment segment = segment();
        LocalDate today = wording.today();
        boolean searched = MembersPresenter.isSearchable(text);
        results.ask(
                ui,
                () -> CursorRows.begin((cursor, limit) -> searched
                        ? presenter.search(caller, text, cursor, limit)
                        : presenter.segment(caller, segment, today, cursor, limit)),
                rows -> show(rows, text, searched ? Optional.empty() : Optional.of(segment)),
                refusal -> results.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private Segment segment() {
        return address.choice(SHOW)
                .flatMap(name -> Segment.named(name, caller))
                .orElse(Segment.of(caller).getFirst());
    }

    private void offerSegments() {
        segments.setAriaLabel(getTranslation("members.segment.label"));
        segments.setItems(Segment.of(caller));
        segments.setItemLabelGenerator(this::labelled);
        segments.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(SHOW, change.getValue().slug());
                choose(SEARCH, "");
                search.clear();
                find("", UI.getCurrent());
            }
        });
    }

    /** {@code New this month (37)}; of what one page does not hold, that there are more. */
    private String labelled(Segment segment) {
        String words = getTranslation("members.segment." + segment.slug());
        Integer size = sizes.get(segment);
        if (size == null) {
            return words;
        }
        return getTranslation(
                size < Page.MAX_ROWS ? "members.segment.counted" : "members.segment.countedMore",
                words,
                formats.count(size));
    }

    /** Beside the list: nobody waits for the sizes of what they did not ask for. */
    private void count(UI ui) {
        LocalDate today = wording.today();
        background.load(
                ui,
                () -> {
                    Map<Segment, Integer> counted = new EnumMap<>(Segment.class);
                    Segment.of(caller).forEach(each -> counted.put(each, presenter.size(caller, each, today)));
                    return counted;
                },
                counted -> {
                    sizes.putAll(counted);
                    segments.getDataProvider().refreshAll();
                    segments.setValue(segment()); // which the labels' change took away
                });
    }

    private void show(CursorRows<MemberLine> rows, String text, Optional<Segment> segment) {
        if (rows.isEmpty()) {
            results.add(segment.map(this::empty).orElseGet(() -> nobody(text)));
            return;
        }
        ListGrid<MemberLine> grid = grid(segment);
        grid.show(rows, () -> filter.outcome(outcome(rows)));
        ListTools tools = new ListTools(grid);
        results.add(MembersPresenter.mayExport(caller) ? tools.exporting() : tools, grid);
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }

    private String outcome(CursorRows<MemberLine> rows) {
        if (rows.isCut()) {
            return getTranslation("members.tooMany", formats.count(rows.fetched()));
        }
        return rows.hasMore()
                ? getTranslation("members.shownMore", formats.count(rows.fetched()))
                : Texts.counted("members.shown", rows.fetched(), caller.language());
    }

    private EmptyState empty(Segment segment) {
        return new EmptyState(
                getTranslation("members.segment." + segment.slug() + ".empty"),
                getTranslation("members.start.text", Members.SHORTEST_SEARCH));
    }

    private EmptyState nobody(String text) {
        String title = getTranslation("members.none.title", text);
        if (!MemberPagePresenter.mayEnrol(caller)) {
            return new EmptyState(title, getTranslation("members.none.textOperator"));
        }
        return new EmptyState(
                title,
                getTranslation("members.none.text"),
                new Button(getTranslation("members.enrol"), click -> enrol()));
    }

    private ListGrid<MemberLine> grid(Optional<Segment> segment) {
        ListGrid<MemberLine> grid = new ListGrid<>("members", getTranslation("members.title"));
        grid.shown("name", getTranslation("members.column.name"), name(grid), MemberLine::name);
        grid.words("card", getTranslation("members.column.card"), row -> row.card()
                        .grouped())
                .setPartNameGenerator(row -> "figures");
        grid.words("tier", getTranslation("members.column.tier"), row -> TierName.of(row.tier(), caller.language()));
        grid.words("phone", getTranslation("members.column.phone"), row -> row.phone()
                .orElse(""));
        grid.figures(
                "points",
                getTranslation("members.column.points", pointsName),
                this::points,
                Comparator.comparing(MemberLine::available));
        if (segment.filter(shown -> shown == Segment.DEBT).isPresent()) {
            grid.figures(
                    "debt",
                    getTranslation("members.segment.debt.column"),
                    row -> formats.points(row.debt()),
                    Comparator.comparing(MemberLine::debt));
        } else if (segment.isPresent()) {
            grid.sorts(
                    grid.words(
                            "day",
                            getTranslation("members.segment." + segment.get().slug() + ".column"),
                            row -> row.day()
                                    .map(day -> formats.dayNear(day, wording.today()))
                                    .orElse("")),
                    Comparator.comparing(row -> row.day().orElse(LocalDate.MIN)));
        }
        grid.onPhone(getTranslation("members.title"), compact(grid));
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(this::place, row -> getUI().ifPresent(ui -> ui.navigate(place(row))));
        return grid;
    }

    /** A stranger has no page here; what can be done with the card is done at the counter. */
    private String place(MemberLine row) {
        if (row.told().isEmpty()) {
            return Places.member(row.member());
        }
        return MembersPresenter.mayServe(caller) ? Places.frontDeskOf(row.card()) : address.link();
    }

    private String points(MemberLine row) {
        return row.told()
                .map(told -> getTranslation(
                        !told.usable()
                                ? "members.stranger.unusable"
                                : told.canRedeem() ? "members.stranger.enough" : "members.stranger.notEnough"))
                .orElseGet(() -> formats.points(row.available()));
    }

    private Renderer<MemberLine> name(ListGrid<MemberLine> grid) {
        return grid.link(
                        "<span class='k-strong'>${item.name}</span> <span class='k-badge' ?hidden=${item.active}>${item.inactive}</span>"
                                + " <span class='k-badge' ?hidden=${item.known}>${item.stranger}</span>")
                .withProperty("name", MemberLine::name)
                .withProperty("active", MemberLine::active)
                .withProperty("inactive", row -> getTranslation("members.inactive"))
                .withProperty("known", row -> row.told().isEmpty())
                .withProperty("stranger", row -> getTranslation("members.stranger"));
    }

    private Renderer<MemberLine> compact(ListGrid<MemberLine> grid) {
        return grid.link("<div class='k-compact'><span class='k-strong'>${item.name}</span>"
                        + "<span class='k-compact-number'>${item.points}</span>"
                        + "<span class='k-compact-note'>${item.card}</span>"
                        + "<span class='k-compact-note k-end'>${item.tier}</span></div>")
                .withProperty("name", MemberLine::name)
                .withProperty("points", this::points)
                .withProperty("card", row -> row.card().grouped())
                .withProperty("tier", row -> TierName.of(row.tier(), caller.language()));
    }

    private void enrol() {
        choose(PANEL, ENROL);
        EnrolmentPanel form = new EnrolmentPanel(
                caller.language(),
                language -> presenter.contactText(caller, language),
                wanted -> presenter.enrol(caller, wanted));
        form.whenEnrolled(made -> {
            Notice.overPage(getTranslation(
                    "members.enrol.done", made.name(), made.card().grouped()));
            getUI().ifPresent(ui -> ui.navigate(Places.member(made.member())));
        });
        side.open(getTranslation("members.enrol"), form);
        form.focus();
    }
}
