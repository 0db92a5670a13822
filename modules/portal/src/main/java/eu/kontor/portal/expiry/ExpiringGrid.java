package eu.kontor.portal.expiry;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import eu.kontor.expiry.api.Expiry.Announced;
import eu.kontor.notification.api.ExpiringPoints.ExpiringRow;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Function;

/** One row per member, pocket and day on which points run out; the largest first. */
final class ExpiringGrid extends Composite<ListGrid<ExpiringRow>> {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    ExpiringGrid(Wording wording) {
        this.wording = wording;
    }

    @Override
    protected ListGrid<ExpiringRow> initContent() {
        ListGrid<ExpiringRow> grid = new ListGrid<>("expiry", getTranslation("expiry.title"));
        grid.shown(
                "member",
                getTranslation("expiry.column.member"),
                grid.link("<span class='k-strong'>${item.name}</span>").withProperty("name", this::name),
                this::name);
        grid.figures(
                "points",
                getTranslation("expiry.column.points"),
                expiring -> wording.formats().points(expiring.row().points()),
                Comparator.comparing(expiring -> expiring.row().points()));
        grid.words("why", getTranslation("expiry.column.why"), this::why);
        grid.sorts(
                grid.words("runsOut", getTranslation("expiry.column.runsOut"), expiring -> wording.formats()
                        .day(expiring.row().runsOutOn())),
                Comparator.comparing(expiring -> expiring.row().runsOutOn()));
        grid.shown(
                "told",
                getTranslation("expiry.column.told"),
                LitRenderer.<ExpiringRow>of("<span class='k-badge ${item.look}'>${item.told}</span>")
                        .withProperty("look", ExpiringGrid::look)
                        .withProperty("told", this::told),
                this::told);
        grid.onPhone(
                getTranslation("expiry.title"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.name}</span>"
                                + "<span class='k-compact-number'>${item.points}</span>"
                                + "<span class='k-compact-note'>${item.day}, ${item.why}</span>"
                                + "<span class='k-badge k-end ${item.look}'>${item.told}</span></div>")
                        .withProperty("name", this::name)
                        .withProperty("points", expiring -> wording.formats()
                                .points(expiring.row().points()))
                        .withProperty("why", this::why)
                        .withProperty("day", expiring -> wording.formats()
                                .day(expiring.row().runsOutOn()))
                        .withProperty("look", ExpiringGrid::look)
                        .withProperty("told", this::told));
        return grid;
    }

    void whenOpened(Function<ExpiringRow, String> place, Consumer<ExpiringRow> action) {
        getContent().whenOpened(place, action);
    }

    void keptIn(Kept where) {
        getContent().keptIn(where);
    }

    ListTools tools() {
        return new ListTools(getContent());
    }

    void show(CursorRows<ExpiringRow> rows, Runnable whenFetched) {
        getContent().show(rows, whenFetched);
    }

    private String name(ExpiringRow expiring) {
        return expiring.name().isEmpty() ? getTranslation("expiry.unknown") : expiring.name();
    }

    private String why(ExpiringRow expiring) {
        return getTranslation(
                expiring.row().pocket().isFixedTerm() ? "expiry.why.fixedTerm" : "expiry.why.inactivity",
                expiring.row().pocket().afterMonths());
    }

    private String told(ExpiringRow expiring) {
        return expiring.row()
                .announced()
                .map(Announced::expiresOn)
                .map(day -> getTranslation("expiry.told", wording.formats().day(day)))
                .orElseGet(() -> getTranslation(expiring.hasAddress() ? "expiry.untold" : "expiry.unreachable"));
    }

    private static String look(ExpiringRow expiring) {
        if (expiring.row().announced().isPresent()) {
            return "k-badge-good";
        }
        return expiring.hasAddress() ? "" : "k-badge-warning";
    }
}
