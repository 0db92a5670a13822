package eu.kontor.portal.settlement;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.portal.places.Places;
import eu.kontor.portal.settlement.SettlementPresenter.CurrencyTotal;
import eu.kontor.portal.settlement.SettlementPresenter.Matrix;
import eu.kontor.portal.settlement.SettlementPresenter.PartnerLine;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.AsOf;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.WithoutContract;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Who receives and who pays in one window; partners and operator cancel to zero in every currency. */
final class MatrixTable extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;
    private final String query;

    MatrixTable(Matrix matrix, Wording wording) {
        this(matrix, wording, Optional.empty());
    }

    /** @param asOf of which moment the figures are, and the statements they lead to; empty for now */
    MatrixTable(Matrix matrix, Wording wording, Optional<AsOf> asOf) {
        this.wording = wording;
        this.query = asOf.map(AsOf::query).orElse("");
        addClassName("k-matrix");
        DataTable table = new DataTable(getTranslation("settlement.matrix"))
                .headings(
                        Cell.words(getTranslation("settlement.matrix.partner")),
                        Cell.figure(getTranslation("settlement.column.issued")),
                        Cell.figure(getTranslation("settlement.column.redeemed")),
                        Cell.figure(getTranslation("settlement.matrix.net")),
                        Cell.words(getTranslation("settlement.column.due")));
        matrix.partners().forEach(partner -> row(table, matrix, partner));
        matrix.withoutContract().forEach(partner -> awaited(table, matrix, partner));
        boolean several = matrix.totals().size() > 1;
        for (CurrencyTotal total : matrix.totals()) {
            String suffix = several ? " (" + total.currency().getCurrencyCode() + ")" : "";
            table.total(
                    Cell.words(getTranslation("settlement.matrix.partners") + suffix),
                    points(wording.formats().count(matrix.issued(total.currency())), "settlement.column.issued"),
                    points(wording.formats().points(matrix.redeemed(total.currency())), "settlement.column.redeemed"),
                    net(total.partnersNet()),
                    Cell.words(""));
            table.total(
                    Cell.words(getTranslation("settlement.matrix.operator") + suffix),
                    Cell.figure(""),
                    Cell.figure(""),
                    net(total.operatorNet()),
                    Cell.words(""));
        }
        add(table, verdict(matrix));
        matrix.withoutContract().forEach(partner -> add(withoutContract(matrix.window(), partner)));
    }

    /** Who is left out of the table, with how much, and what to do about it. */
    private Notice withoutContract(YearMonth window, WithoutContract partner) {
        return new Notice(
                Notice.Kind.WARNING,
                getTranslation(
                        "settlement.withoutContract",
                        partner.name(),
                        wording.formats().month(window),
                        wording.formats().count(partner.issued()),
                        wording.formats().points(partner.redeemed())));
    }

    private void row(DataTable table, Matrix matrix, PartnerLine partner) {
        Anchor link =
                new Anchor(Places.statement(matrix.window(), new TenantSlug(partner.slug())) + query, partner.name());
        link.addClassName("k-strong");
        table.row(
                Cell.of(link),
                points(wording.formats().count(partner.issued()), "settlement.column.issued"),
                points(wording.formats().points(partner.redeemed()), "settlement.column.redeemed"),
                net(partner.net()),
                due(partner.due()));
    }

    private Cell due(Optional<LocalDate> day) {
        return Cell.words(day.map(wording.formats()::day).orElse("–"))
                .labelled(getTranslation("settlement.column.due"));
    }

    /** In its place among the others, without money: the notice below says what to do. */
    private void awaited(DataTable table, Matrix matrix, WithoutContract partner) {
        Span state = new Span(getTranslation(
                matrix.state() == State.CLOSED ? "settlement.state.AWAITED" : "settlement.state.UNPRICED"));
        state.addClassNames("k-badge", "k-badge-warning");
        table.row(
                Cell.words(partner.name()),
                points(wording.formats().count(partner.issued()), "settlement.column.issued"),
                points(wording.formats().points(partner.redeemed()), "settlement.column.redeemed"),
                Cell.figure(new Div(state)).labelled(getTranslation("settlement.matrix.net")),
                due(Optional.empty()));
    }

    private Cell points(String figure, String labelKey) {
        return Cell.figure(figure).labelled(getTranslation(labelKey));
    }

    /** The sign is said in a word too: colour and sign alone are missed. */
    private Cell net(MoneyAmount net) {
        int signum = net.amount().signum();
        Span word = new Span(getTranslation(
                signum > 0 ? "settlement.receives" : signum < 0 ? "settlement.pays" : "settlement.even"));
        word.addClassName("k-quiet");
        Span figure = new Span(wording.formats().unsigned(net));
        figure.addClassNames("k-strong", signum < 0 ? "k-loss" : "k-gain");
        Div both = new Div(word, figure);
        both.addClassName("k-net");
        return Cell.figure(both).labelled(getTranslation("settlement.matrix.net"));
    }

    private Notice verdict(Matrix matrix) {
        if (matrix.cancels()) {
            return new Notice(Notice.Kind.SUCCESS, getTranslation("settlement.matrix.cancels"));
        }
        String left = matrix.totals().stream()
                .filter(total -> !total.cancels())
                .map(total -> wording.formats().money(total.difference()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return new Notice(Notice.Kind.ERROR, getTranslation("settlement.matrix.cancelsNot", left));
    }
}
