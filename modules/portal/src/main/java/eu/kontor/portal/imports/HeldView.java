package eu.kontor.portal.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import eu.kontor.feeds.api.HeldCorrections.HeldCorrection;
import eu.kontor.feeds.api.HeldCorrections.Kind;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.portal.imports.HeldPresenter.Decided;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Texts;
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
import eu.kontor.portalkit.look.SidePanel;
import eu.kontor.portalkit.look.ViewFrame;
import eu.kontor.portalkit.shell.ForRoles;
import eu.kontor.portalkit.shell.MainLayout;
import eu.kontor.portalkit.shell.SignedInCaller;
import eu.kontor.portalkit.shell.Wordings;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Corrections of files that wait: what stands beside what the line says, posted or discarded one by one or many at once. */
@Route(value = Places.HELD, layout = MainLayout.class)
@ForRoles({Role.ADMIN, Role.FINANCE})
public final class HeldView extends ViewFrame implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String TICKET = "ticket";
    private static final int SKELETON_LINES = 8;

    private final transient HeldPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;
    private final Notice notice = new Notice();
    private final Awaited list;
    private final Span cut = new Span();
    private final SidePanel side = new SidePanel();
    private final Button post = new Button();
    private final Button discard = new Button();
    private final Div buttons = new Div(post, discard);
    private Address address = new Address(Places.HELD, Map.of());
    private transient Supplier<Collection<HeldCorrection>> chosen = List::of;

    @Inject
    public HeldView(HeldPresenter presenter, BackgroundWork background, SignedInCaller current, Wordings words) {
        super("imports.held.title");
        this.presenter = presenter;
        this.list = new Awaited(background, SKELETON_LINES);
        this.caller = current.caller();
        this.wording = words.of(caller);
        lead(getTranslation("imports.held.intro"));
        actions(new RouterLink(getTranslation("imports.layout.back"), ImportsView.class));
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.addClickListener(click -> confirmPosting(chosen.get()));
        discard.addClickListener(click -> discard(chosen.get()));
        buttons.addClassName("k-view-actions");
        cut.addClassName("k-quiet");
        list.addClassName("k-results");
        side.whenClosed(() -> choose(TICKET, ""));
        Div main = new Div(notice, buttons, list, cut);
        main.addClassName("k-main-side");
        Div both = new Div(main, side);
        both.addClassName("k-with-side");
        show(both);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(Places.HELD, event.getLocation().getQueryParameters());
        load(address.choice(TICKET));
    }

    /** @param ticket that is opened at once, if it is among the first */
    private void load(Optional<String> ticket) {
        side.close();
        buttons.setVisible(false);
        list.ask(
                UI.getCurrent(),
                () -> CursorRows.begin((cursor, limit) -> presenter.list(caller, cursor, limit)),
                rows -> {
                    show(rows);
                    ticket.flatMap(number -> rows.rows(0, CursorRows.PAGE).stream()
                                    .filter(row -> Long.toString(row.id()).equals(number))
                                    .findFirst())
                            .ifPresent(this::open);
                },
                refusal -> list.add(new Notice(Notice.Kind.ERROR, refusal.sentence(caller.language()))));
    }

    private void show(CursorRows<HeldCorrection> rows) {
        buttons.setVisible(!rows.isEmpty());
        if (rows.isEmpty()) {
            chosen = List::of;
            cut.setText("");
            list.add(new EmptyState(
                    getTranslation("imports.held.empty.title"), getTranslation("imports.held.empty.text")));
        } else {
            ListGrid<HeldCorrection> grid = grid(rows);
            list.add(new ListTools(grid).finding().exporting(), grid);
        }
        name(0);
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }

    private ListGrid<HeldCorrection> grid(CursorRows<HeldCorrection> rows) {
        ListGrid<HeldCorrection> grid = new ListGrid<>("held", getTranslation("imports.held.title"));
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.shown(
                "ticket",
                getTranslation("imports.held.ticket"),
                grid.link("${item.ticket}").withProperty("ticket", this::ticket),
                this::ticket);
        grid.words("kind", getTranslation("imports.held.kind"), row -> kind(row.kind()));
        grid.words("standing", getTranslation("imports.held.standing"), this::standing);
        grid.words("says", getTranslation("imports.held.says"), this::says);
        grid.words("file", getTranslation("imports.held.file"), HeldPanel::place);
        grid.onPhone(
                getTranslation("imports.held.title"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.ticket}</span>"
                                + "<span class='k-compact-number'>${item.says}</span>"
                                + "<span class='k-compact-note'>${item.standing}</span>"
                                + "<span class='k-end'>${item.kind}</span></div>")
                        .withProperty("ticket", this::ticket)
                        .withProperty("says", this::says)
                        .withProperty("standing", this::standing)
                        .withProperty("kind", row -> kind(row.kind())));
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(row -> address.with(TICKET, Long.toString(row.id())).link(), this::open);
        grid.addSelectionListener(
                selection -> name(selection.getAllSelectedItems().size()));
        grid.show(
                rows,
                () -> cut.setText(
                        rows.isCut()
                                ? getTranslation(
                                        "imports.tooMany", wording.formats().count(rows.fetched()))
                                : ""));
        chosen = grid::getSelectedItems;
        return grid;
    }

    private void open(HeldCorrection row) {
        choose(TICKET, Long.toString(row.id()));
        Button one = new Button(getTranslation("imports.held.post"), click -> post(List.of(row)));
        one.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button none = new Button(getTranslation("imports.held.discard"), click -> discard(List.of(row)));
        Div both = new Div(one, none);
        both.addClassName("k-view-actions");
        side.open(row.reference(), new HeldPanel(row, wording), both);
    }

    private void name(int count) {
        post.setEnabled(count > 0);
        discard.setEnabled(count > 0);
        String figure = wording.formats().count(count);
        post.setText(getTranslation("imports.held.postChosen", figure));
        discard.setText(getTranslation("imports.held.discardChosen", figure));
    }

    /** Of many at once nobody has read each. */
    private void confirmPosting(Collection<HeldCorrection> rows) {
        if (rows.size() == 1) {
            post(rows);
            return;
        }
        StayingDialog dialog = new StayingDialog(
                getTranslation("imports.held.confirm.title"),
                getTranslation("imports.held.post"),
                getTranslation("imports.held.cancel"));
        dialog.whenConfirmed(caller.language(), () -> {
            post(rows);
            return true;
        });
        dialog.show(new Paragraph(Texts.counted("imports.held.confirm.text", rows.size(), caller.language())));
    }

    private void post(Collection<HeldCorrection> rows) {
        decide(() -> presenter.post(caller, rows), "imports.held.posted");
    }

    private void discard(Collection<HeldCorrection> rows) {
        decide(() -> presenter.discard(caller, rows), "imports.held.discarded");
    }

    private void decide(Supplier<Decided> decision, String done) {
        notice.hide();
        try {
            Decided decided = decision.get();
            String reasons = String.join(" ", decided.reasons());
            if (decided.done() == 0 && !reasons.isEmpty()) {
                notice.error(reasons);
            } else {
                String said = Texts.counted(done, decided.done(), caller.language());
                notice.say(
                        reasons.isEmpty() ? Notice.Kind.SUCCESS : Notice.Kind.WARNING, (said + " " + reasons).strip());
            }
        } catch (Refusal refusal) {
            notice.error(refusal.sentence(caller.language()));
        }
        load(Optional.empty());
    }

    private String ticket(HeldCorrection row) {
        return row.reference() + ", " + row.outlet() + ", "
                + wording.formats().dayNear(row.businessDate(), wording.today());
    }

    private String kind(Kind kind) {
        return getTranslation("imports.held.kind." + kind.slug());
    }

    private String standing(HeldCorrection row) {
        return HeldPanel.version(row.standing(), "imports.held.nothing", wording);
    }

    private String says(HeldCorrection row) {
        return HeldPanel.version(row.says(), "imports.held.takenBack", wording);
    }
}
