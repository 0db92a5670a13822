package eu.kontor.portal.trust;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalState;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;

/** One row per signal, the newest first. */
final class SignalGrid extends Composite<ListGrid<SignalRow>> {

    private static final long serialVersionUID = 1L;

    private final transient SignalsPresenter presenter;
    private final transient Caller caller;
    private final transient Wording wording;

    SignalGrid(SignalsPresenter presenter, Caller caller, Wording wording) {
        this.presenter = presenter;
        this.caller = caller;
        this.wording = wording;
    }

    @Override
    protected ListGrid<SignalRow> initContent() {
        ListGrid<SignalRow> grid = new ListGrid<>("signals", getTranslation("trust.signals.title"));
        grid.shown(
                "what",
                getTranslation("trust.signals.what"),
                grid.link("<span class='k-strong'>${item.kind}</span>").withProperty("kind", this::kind),
                this::kind);
        grid.words("about", getTranslation("trust.signals.about"), this::about);
        if (caller.tenant().isEmpty()) {
            grid.words("brand", getTranslation("trust.audit.brand"), this::brand);
        }
        grid.figures(
                "times",
                getTranslation("trust.signals.times"),
                signal -> wording.formats().count(signal.times()),
                Comparator.comparing(SignalRow::times));
        grid.sorts(
                grid.words("last", getTranslation("trust.signals.last"), this::last),
                Comparator.comparing(SignalRow::lastAt));
        grid.shown(
                "state",
                getTranslation("trust.signals.state"),
                LitRenderer.<SignalRow>of("<span class='k-badge ${item.look}'>${item.state}</span>")
                        .withProperty("look", signal -> look(signal.state()))
                        .withProperty("state", this::state),
                this::state);
        grid.onPhone(
                getTranslation("trust.signals.title"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.kind}</span>"
                                + "<span class='k-badge k-end ${item.look}'>${item.state}</span>"
                                + "<span class='k-compact-note'>${item.about}, ${item.last}</span></div>")
                        .withProperty("kind", this::kind)
                        .withProperty("look", signal -> look(signal.state()))
                        .withProperty("state", this::state)
                        .withProperty("about", this::about)
                        .withProperty("last", this::last));
        return grid;
    }

    void whenOpened(Function<SignalRow, String> place, Consumer<SignalRow> action) {
        getContent().whenOpened(place, action);
    }

    void keptIn(Kept where) {
        getContent().keptIn(where);
    }

    ListTools tools() {
        return new ListTools(getContent()).exporting();
    }

    void show(CursorRows<SignalRow> rows, Runnable whenFetched) {
        getContent().show(rows, whenFetched);
    }

    private String kind(SignalRow signal) {
        return getTranslation("trust.kind." + signal.kind().slug());
    }

    private String about(SignalRow signal) {
        return presenter
                .personOf(caller, signal)
                .orElseGet(() -> getTranslation(
                        "trust.about." + signal.about().kind().slug(),
                        signal.about().id()));
    }

    private String brand(SignalRow signal) {
        return signal.tenant().flatMap(presenter::brand).orElseGet(() -> getTranslation("trust.signals.several"));
    }

    private String last(SignalRow signal) {
        return wording.formats().momentNear(signal.lastAt(), wording.clock().instant(), wording.zone());
    }

    private String state(SignalRow signal) {
        return getTranslation("trust.state." + signal.state().slug());
    }

    static String look(SignalState state) {
        return switch (state) {
            case NEW -> "k-badge-warning";
            case LOOKED_AT -> "";
            case FOUNDED, UNFOUNDED -> "k-badge-good";
        };
    }
}
