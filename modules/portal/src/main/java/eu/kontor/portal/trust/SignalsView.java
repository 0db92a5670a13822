package eu.kontor.portal.trust;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Texts;
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
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalDesk.Wanted;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.api.SignalState;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What looks like fraud: a list to work through, each with what led to it and what somebody made of it. */
@Route(value = Places.SIGNALS, layout = MainLayout.class)
@ForRoles({Role.OPERATOR, Role.ADMIN})
@Menu(title = "trust.signals.nav", icon = "signals", order = 80)
public final class SignalsView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final String KIND = "kind";
    private static final String SIGNAL = "signal";
    private static final int SKELETON_LINES = 12;

    private final transient SignalsPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Select<SignalState> state = new Select<>();
    private final Select<SignalKind> kind = new Select<>();
    private final FilterBar filter = new FilterBar(getTranslation("trust.signals.filter"));
    private final Awaited results;
    private final SidePanel side = new SidePanel();
    private Address address = new Address(Places.SIGNALS, Map.of());

    @Inject
    public SignalsView(SignalsPresenter presenter, BackgroundWork background, SignedInCaller current, Wordings words) {
        super("trust.signals.title");
        this.presenter = presenter;
        this.caller = current.caller();
        this.wording = caller.tenant().isPresent() ? words.of(caller) : words.ofCoalition(caller);
        this.results = new Awaited(background, SKELETON_LINES);
        choice(state, SignalState.values(), "trust.signals.state", "trust.state.", SignalState::slug, STATE);
        choice(kind, SignalKind.values(), "trust.signals.kind", "trust.kind.", SignalKind::slug, KIND);
        filter.words(getTranslation("trust.signals.show")).field(state).field(kind);
        results.addClassName("k-results");
        side.whenClosed(() -> choose(SIGNAL, ""));
        Div list = new Div(filter, results);
        list.addClassName("k-main-side");
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    private <T> void choice(
            Select<T> select, T[] all, String label, String texts, Function<T, String> slug, String name) {
        select.setAriaLabel(getTranslation(label));
        select.setItems(all);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(label + ".all"));
        select.setItemLabelGenerator(
                each -> each == null ? getTranslation(label + ".all") : getTranslation(texts + slug.apply(each)));
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(name, Optional.ofNullable(change.getValue()).map(slug).orElse(""));
                load();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.SIGNALS, event.getLocation().getQueryParameters());
        state.setValue(chosen(STATE, SignalState.values(), SignalState::slug).orElse(null));
        kind.setValue(chosen(KIND, SignalKind.values(), SignalKind::slug).orElse(null));
        load();
        address.choice(SIGNAL).ifPresent(this::openFromAddress);
    }

    private <T> Optional<T> chosen(String name, T[] all, Function<T, String> slug) {
        return address.choice(name).flatMap(given -> Arrays.stream(all)
                .filter(each -> slug.apply(each).equals(given))
                .findFirst());
    }

    private void openFromAddress(String number) {
        try {
            open(presenter.get(caller, Long.parseLong(number)));
        } catch (Refusal | NumberFormatException e) {
            choose(SIGNAL, "");
        }
    }

    private void load() {
        Wanted wanted = new Wanted(
                chosen(STATE, SignalState.values(), SignalState::slug),
                chosen(KIND, SignalKind.values(), SignalKind::slug),
                Optional.empty());
        long open = presenter.counts(caller).getOrDefault(SignalState.NEW, 0L);
        lead(Texts.counted("trust.signals.lead", open, caller.language()));
        filter.outcome("");
        results.ask(
                UI.getCurrent(),
                () -> CursorRows.begin((cursor, limit) -> presenter.page(caller, wanted, cursor, limit)),
                this::show,
                refusal -> results.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private void show(CursorRows<SignalRow> rows) {
        if (rows.isEmpty()) {
            results.add(new EmptyState(
                    getTranslation("trust.signals.empty.title"), getTranslation("trust.signals.empty.text")));
            return;
        }
        SignalGrid grid = new SignalGrid(presenter, caller, wording);
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(
                signal -> address.with(SIGNAL, Long.toString(signal.id())).link(), this::open);
        grid.show(rows, () -> filter.outcome(outcome(rows)));
        results.add(grid.tools(), grid);
    }

    private String outcome(CursorRows<SignalRow> rows) {
        String count = wording.formats().count(rows.fetched());
        if (rows.isCut()) {
            return getTranslation("trust.tooMany", count);
        }
        return getTranslation(rows.hasMore() ? "trust.shownMore" : "trust.shown", count);
    }

    private void open(SignalRow signal) {
        choose(SIGNAL, Long.toString(signal.id()));
        SignalPanel panel = new SignalPanel(presenter, caller, signal, wording);
        panel.whenChanged(changed -> {
            load();
            open(changed);
        });
        side.open(getTranslation("trust.kind." + signal.kind().slug()), panel);
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }
}
