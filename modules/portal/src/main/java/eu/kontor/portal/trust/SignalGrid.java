package eu.kontor.portal.trust;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import eu.kontor.kernel.Caller;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.trust.api.SignalDesk.SignalRow;
import eu.kontor.trust.api.SignalState;
import java.util.function.Consumer;

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
        ListGrid<SignalRow> grid = new ListGrid<>(getTranslation("trust.signals.title"));
        grid.shown(
                getTranslation("trust.signals.what"),
                LitRenderer.<SignalRow>of("<span class='k-strong'>${item.kind}</span>")
                        .withProperty("kind", this::kind));
        grid.words(getTranslation("trust.signals.about"), this::about);
        if (caller.tenant().isEmpty()) {
            grid.words(getTranslation("trust.audit.brand"), this::brand);
        }
        grid.figures(getTranslation("trust.signals.times"), signal -> wording.formats()
                .count(signal.times()));
        grid.words(getTranslation("trust.signals.last"), this::last);
        grid.shown(
                getTranslation("trust.signals.state"),
                LitRenderer.<SignalRow>of("<span class='k-badge ${item.look}'>${item.state}</span>")
                        .withProperty("look", signal -> look(signal.state()))
                        .withProperty("state", this::state));
        grid.onPhone(
                getTranslation("trust.signals.title"),
                LitRenderer.<SignalRow>of("<div class='k-compact'><span class='k-strong'>${item.kind}</span>"
                                + "<span class='k-badge k-end ${item.look}'>${item.state}</span>"
                                + "<span class='k-compact-note'>${item.about}, ${item.last}</span></div>")
                        .withProperty("kind", this::kind)
                        .withProperty("look", signal -> look(signal.state()))
                        .withProperty("state", this::state)
                        .withProperty("about", this::about)
                        .withProperty("last", this::last));
        return grid;
    }

    void whenOpened(Consumer<SignalRow> action) {
        getContent().whenOpened(action);
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
