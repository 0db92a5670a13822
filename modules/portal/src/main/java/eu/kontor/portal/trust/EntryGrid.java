package eu.kontor.portal.trust;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import eu.kontor.tenancy.api.AccessRefusals;
import eu.kontor.tenancy.api.Trail.Entry;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;

/** One row per act, the newest first. */
final class EntryGrid extends Composite<ListGrid<Entry>> {

    private static final long serialVersionUID = 1L;

    /** What does not fit is in the panel. */
    private static final String NARROWEST_DETAILS = "12rem";

    private final transient TrailPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;

    EntryGrid(TrailPresenter presenter, Caller caller, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.wording = wording;
    }

    @Override
    protected ListGrid<Entry> initContent() {
        ListGrid<Entry> grid = new ListGrid<>("audit", getTranslation("trust.audit.title"));
        grid.sorts(
                grid.shown(
                        "when",
                        getTranslation("trust.audit.when"),
                        grid.link("<span>${item.when}</span>").withProperty("when", this::when),
                        this::when),
                Comparator.comparing(Entry::at));
        grid.shown(
                "who",
                getTranslation("trust.audit.who"),
                LitRenderer.<Entry>of("<span class='k-strong'>${item.who}</span>")
                        .withProperty("who", EntryGrid::who),
                EntryGrid::who);
        grid.shown(
                "what",
                getTranslation("trust.audit.what"),
                LitRenderer.<Entry>of("<span class='${item.look}'>${item.what}</span>")
                        .withProperty("look", EntryGrid::look)
                        .withProperty("what", this::what),
                this::what);
        grid.words("about", getTranslation("trust.audit.about"), this::about);
        if (caller.tenant().isEmpty()) {
            grid.words("brand", getTranslation("trust.audit.brand"), entry -> entry.tenant()
                    .flatMap(presenter::brand)
                    .orElse(""));
        }
        grid.words("where", getTranslation("trust.audit.where"), EntryGrid::where);
        grid.words(
                        "details",
                        getTranslation("trust.audit.details"),
                        entry -> ActWords.details(entry.details(), caller.language()))
                .setAutoWidth(false)
                .setWidth(NARROWEST_DETAILS)
                .setFlexGrow(1);
        grid.onPhone(
                getTranslation("trust.audit.title"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.what}</span>"
                                + "<span class='k-quiet k-end'>${item.when}</span>"
                                + "<span class='k-compact-note'>${item.who}, ${item.about}</span></div>")
                        .withProperty("who", EntryGrid::who)
                        .withProperty("what", this::what)
                        .withProperty("about", this::about)
                        .withProperty("when", this::when));
        return grid;
    }

    void whenOpened(Function<Entry, String> place, Consumer<Entry> action) {
        getContent().whenOpened(place, action);
    }

    void keptIn(Kept where) {
        getContent().keptIn(where);
    }

    /** Its file is the trail's own, in which is told who took it. */
    ListTools tools() {
        return new ListTools(getContent());
    }

    void show(CursorRows<Entry> rows, Runnable whenFetched) {
        getContent().show(rows, whenFetched);
    }

    private String when(Entry entry) {
        return wording.formats().momentNear(entry.at(), wording.clock().instant(), wording.zone());
    }

    private String what(Entry entry) {
        return ActWords.action(entry.action(), caller.language());
    }

    private String about(Entry entry) {
        return ActWords.about(entry.subject(), wording);
    }

    private static String who(Entry entry) {
        return ActWords.who(entry.actorName());
    }

    private static String look(Entry entry) {
        return entry.action().equals(AccessRefusals.ACTION) ? "k-badge k-badge-warning" : "";
    }

    static String where(Entry entry) {
        return entry.client().orElse("")
                + entry.address()
                        .map(at -> (entry.client().isPresent() ? " · " : "") + at)
                        .orElse("");
    }
}
