package eu.kontor.portal.messages;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.messages.MessagesPresenter.Row;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.Awaited;
import eu.kontor.portalkit.lists.BackgroundWork;
import eu.kontor.portalkit.lists.CursorRows;
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
import java.util.Map;
import java.util.Optional;

/** Messages that are set aside: what, whose, since when, why, and what can be done. */
@Route(value = Places.MESSAGES, layout = MainLayout.class)
@ForRoles(Role.OPERATOR)
@Menu(title = "messages.nav", icon = "messages", order = 85)
public final class MessagesView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String MESSAGE = "message";
    private static final int SKELETON_LINES = 6;

    private final transient MessagesPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Awaited results;
    private final SidePanel side = new SidePanel();
    private Address address = new Address(Places.MESSAGES, Map.of());

    @Inject
    public MessagesView(
            MessagesPresenter presenter, BackgroundWork background, SignedInCaller current, Wordings words) {
        super("messages.title");
        this.presenter = presenter;
        this.caller = current.caller();
        this.wording = words.ofCoalition(caller);
        this.results = new Awaited(background, SKELETON_LINES);
        lead(getTranslation("messages.lead"));
        results.addClassName("k-results");
        side.whenClosed(() -> choose(MESSAGE, ""));
        Div list = new Div(results);
        list.addClassName("k-main-side");
        Div both = new Div(list, side);
        both.addClassName("k-with-side");
        show(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.MESSAGES, event.getLocation().getQueryParameters());
        load(address.choice(MESSAGE));
    }

    /** @param opened the number of the one that is shown at once, if it is among the first */
    private void load(Optional<String> opened) {
        results.ask(
                UI.getCurrent(),
                () -> CursorRows.begin((cursor, limit) -> presenter.page(caller, cursor, limit)),
                rows -> show(rows, opened),
                refusal -> results.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private void show(CursorRows<Row> rows, Optional<String> opened) {
        if (rows.isEmpty()) {
            results.add(new EmptyState(getTranslation("messages.empty.title"), getTranslation("messages.empty.text")));
            return;
        }
        MessagesGrid grid = new MessagesGrid(wording);
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(
                row -> address.with(MESSAGE, Long.toString(row.message().id())).link(), this::open);
        grid.show(rows, () -> {});
        results.add(grid.tools(), grid);
        opened.ifPresent(number -> rows.rows(0, CursorRows.PAGE).stream()
                .filter(row -> Long.toString(row.message().id()).equals(number))
                .findFirst()
                .ifPresent(this::open));
    }

    private void open(Row row) {
        choose(MESSAGE, Long.toString(row.message().id()));
        side.open(
                MessageWords.topic(row.message().topic(), wording.language()),
                new MessagePanel(presenter, caller, wording, row, this::done));
    }

    private void done() {
        side.close();
        load(Optional.empty());
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }
}
