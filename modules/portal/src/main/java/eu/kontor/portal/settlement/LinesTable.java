package eu.kontor.portal.settlement;

import com.vaadin.flow.component.html.Div;
import eu.kontor.portal.settlement.StatementPresenter.KindGroup;
import eu.kontor.portal.settlement.StatementPresenter.OutletLine;
import eu.kontor.portal.settlement.StatementPresenter.StatementPage;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Scrolling;
import eu.kontor.settlement.api.Settlement.StatementLine;

/** A statement's lines by kind and outlet: points × price = amount, sums per kind, the net at the foot. */
final class LinesTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    LinesTable(StatementPage page, Wording wording) {
        this.wording = wording;
        boolean anyLate = page.lateTransfers() > 0;
        DataTable table = new DataTable(getTranslation("settlement.lines"));
        table.headings(cells(
                anyLate,
                Cell.words(getTranslation("settlement.line.kind")),
                Cell.figure(getTranslation("settlement.line.transfers")),
                Cell.figure(getTranslation("settlement.line.late")),
                Cell.figure(getTranslation("settlement.line.points")),
                Cell.figure(getTranslation("settlement.line.price")),
                Cell.figure(getTranslation("settlement.line.amount"))));
        page.groups().forEach(group -> group(table, group, anyLate));
        table.total(cells(
                anyLate,
                Cell.words(getTranslation("settlement.line.net")),
                figure("transfers", wording.formats().count(page.transfers())),
                figure("late", wording.formats().count(page.lateTransfers())),
                Cell.figure(""),
                Cell.figure(""),
                figure("amount", wording.formats().signedMoney(page.statement().net()))));
        add(new Scrolling(getTranslation("settlement.lines"), table));
    }

    private void group(DataTable table, KindGroup group, boolean anyLate) {
        table.group();
        table.groupRow(cells(
                anyLate,
                Cell.words(getTranslation("settlement.kind." + group.kind().name())),
                figure("transfers", wording.formats().count(group.transfers())),
                Cell.figure(""),
                figure("points", wording.formats().count(group.points())),
                Cell.figure(""),
                figure("amount", wording.formats().signedMoney(group.amount()))));
        for (OutletLine outlet : group.lines()) {
            StatementLine line = outlet.line();
            table.subRow(cells(
                    anyLate,
                    Cell.words(outlet.outletName().orElseGet(() -> getTranslation("settlement.line.noOutlet"))),
                    figure("transfers", wording.formats().count(line.transfers())),
                    figure(
                            "late",
                            line.lateTransfers() == 0 ? "" : wording.formats().count(line.lateTransfers())),
                    figure("points", wording.formats().points(line.points())),
                    figure("price", wording.formats().amount(PriceWords.plain(line.pricePerPoint()))),
                    figure("amount", wording.formats().signedMoney(line.amount()))));
        }
    }

    private Cell figure(String column, String text) {
        return Cell.figure(text).labelled(getTranslation("settlement.line." + column));
    }

    /** Without late transfers their column would be empty and is left out. */
    private static Cell[] cells(
            boolean anyLate, Cell kind, Cell transfers, Cell late, Cell points, Cell price, Cell amount) {
        return anyLate
                ? new Cell[] {kind, transfers, late, points, price, amount}
                : new Cell[] {kind, transfers, points, price, amount};
    }
}
