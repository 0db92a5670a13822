package eu.kontor.portal.settlement;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames.TillName;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.portal.members.PurchasePanel;
import eu.kontor.portal.settlement.StatementPresenter.StatementPage;
import eu.kontor.portal.settlement.StatementPresenter.TransferLine;
import eu.kontor.portalkit.forms.LineField;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.lists.Address;
import eu.kontor.portalkit.lists.CursorRows;
import eu.kontor.portalkit.lists.FilterBar;
import eu.kontor.portalkit.lists.Kept;
import eu.kontor.portalkit.lists.ListGrid;
import eu.kontor.portalkit.lists.ListTools;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.portalkit.look.Panel;
import eu.kontor.portalkit.look.SidePanel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every transfer behind a statement, by kind; each opens its purchase and the reason for its points. */
final class TransfersPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;
    private static final String KIND = "kind";
    private static final String PURCHASE = "purchase";
    private static final String REFERENCE = "reference";

    private final transient TransferSource source;
    private final transient StatementPage page;
    private final transient Wording wording;
    private final SidePanel side;
    private final Div results = new Div();
    private final Notice notice = new Notice();
    private final Select<Optional<TransferKind>> kinds = new Select<>();
    private final LineField reference = new LineField();
    private final FilterBar filter = new FilterBar(getTranslation("settlement.transfers"));
    private Address address;

    TransfersPanel(TransferSource source, StatementPage page, Wording wording, SidePanel side, Address address) {
        this.source = source;
        this.page = page;
        this.wording = wording;
        this.side = side;
        this.address = address;
        side.whenClosed(() -> choose(PURCHASE, ""));
    }

    @Override
    protected Panel initContent() {
        results.addClassName("k-results");
        layKinds();
        reference.setPlaceholder(getTranslation("settlement.filter.referenceHint"));
        reference.setAriaLabel(getTranslation("settlement.filter.referenceHint"));
        reference.setClearButtonVisible(true);
        reference.setValue(address.choice(REFERENCE).orElse(""));
        reference.addValueChangeListener(change -> find(change.getValue()));
        filter.words(getTranslation("settlement.filter.lead")).field(kinds);
        if (source.caller().tenant().isPresent()) {
            filter.field(reference);
        }
        Panel panel = new Panel(getTranslation("settlement.transfers"), filter, notice, results);
        panel.addClassName("k-no-print");
        if (reference.isEmpty() || source.caller().tenant().isEmpty()) {
            load(kinds.getValue());
        } else {
            find(reference.getValue());
        }
        address.choice(PURCHASE).flatMap(source::find).ifPresent(id -> open(id, Optional.empty()));
        return panel;
    }

    private void layKinds() {
        List<Optional<TransferKind>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        page.groups().forEach(group -> choices.add(Optional.of(group.kind())));
        kinds.setAriaLabel(getTranslation("settlement.filter.kind"));
        kinds.setItems(choices);
        kinds.setItemLabelGenerator(kind -> kind.map(chosen -> getTranslation("settlement.kind." + chosen.name()))
                .orElse(getTranslation("settlement.filter.all")));
        kinds.setValue(choices.stream()
                .filter(kind -> kind.map(TransferKind::name).equals(address.choice(KIND)))
                .findFirst()
                .orElse(Optional.empty()));
        kinds.addValueChangeListener(change -> {
            choose(KIND, change.getValue().map(TransferKind::name).orElse(""));
            if (reference.isEmpty()) {
                load(change.getValue());
            } else {
                reference.clear();
            }
        });
    }

    private void choose(String name, String value) {
        address = address.with(name, value);
        getUI().ifPresent(address::showIn);
    }

    private void load(Optional<TransferKind> kind) {
        show(source.rows(page, kind));
    }

    private void show(CursorRows<TransferLine> rows) {
        results.removeAll();
        if (rows.isEmpty()) {
            filter.outcome("");
            Paragraph nothing = new Paragraph(getTranslation("settlement.transfer.none"));
            nothing.addClassName("k-quiet");
            results.add(nothing);
            return;
        }
        ListGrid<TransferLine> grid = grid();
        grid.show(rows, () -> filter.outcome(outcome(rows)));
        results.add(new ListTools(grid).exporting(), grid);
    }

    private String outcome(CursorRows<TransferLine> rows) {
        if (rows.isCut()) {
            return getTranslation("settlement.tooMany", wording.formats().count(rows.fetched()));
        }
        return rows.hasMore()
                ? getTranslation("settlement.shown", wording.formats().count(rows.fetched()))
                : Texts.counted("settlement.shownAll", rows.fetched(), wording.language());
    }

    /** By the till's reference its rows are listed, whatever their kind; by Kontor's the posting is opened beside all rows. */
    private void find(String typed) {
        notice.hide();
        choose(REFERENCE, typed.strip());
        List<TransferLine> called = typed.isBlank() ? List.of() : source.called(page, typed);
        if (!called.isEmpty()) {
            show(CursorRows.of(called));
            return;
        }
        load(kinds.getValue());
        if (typed.isBlank()) {
            return;
        }
        source.find(typed)
                .ifPresentOrElse(
                        id -> open(id, Optional.empty()),
                        () -> notice.error(getTranslation("settlement.filter.referenceWrong")));
    }

    private ListGrid<TransferLine> grid() {
        ListGrid<TransferLine> grid = new ListGrid<>("transfers", getTranslation("settlement.transfers"));
        grid.sorts(
                grid.shown(
                        "day",
                        getTranslation("settlement.transfer.day"),
                        grid.link("${item.day} <span class='k-badge k-badge-warning'"
                                        + " ?hidden=${!item.late}>${item.word}</span>")
                                .withProperty("day", row -> wording.formats().day(row.businessDate()))
                                .withProperty("late", TransferLine::late)
                                .withProperty("word", row -> getTranslation("settlement.transfer.late")),
                        row -> wording.formats().day(row.businessDate())),
                Comparator.comparing(TransferLine::businessDate));
        grid.words("member", getTranslation("settlement.transfer.member"), this::name);
        grid.words("outlet", getTranslation("settlement.transfer.outlet"), row -> row.outlet()
                .orElse(""));
        grid.words(
                "kind",
                getTranslation("settlement.transfer.kind"),
                row -> getTranslation("settlement.kind." + row.kind().name()));
        grid.words("reference", getTranslation("settlement.transfer.reference"), row -> reference(row.till()))
                .setPartNameGenerator(row -> "figures");
        grid.figures(
                "points",
                getTranslation("settlement.transfer.points"),
                row -> wording.formats().count(row.points()),
                Comparator.comparing(TransferLine::points));
        grid.figures(
                "amount",
                getTranslation("settlement.line.amount"),
                row -> money(row).map(wording.formats()::money).orElse(""),
                Comparator.comparing(row -> money(row).map(MoneyAmount::amount).orElse(BigDecimal.ZERO)));
        grid.onPhone(
                getTranslation("settlement.transfers"),
                grid.link("<div class='k-compact'><span class='k-strong'>${item.name}</span>"
                                + "<span class='k-compact-number'>${item.points}</span>"
                                + "<span class='k-compact-note'>${item.kind}</span>"
                                + "<span class='k-compact-note k-end'>${item.day}</span></div>")
                        .withProperty("name", this::name)
                        .withProperty("points", row -> wording.formats().count(row.points()))
                        .withProperty(
                                "kind",
                                row -> getTranslation(
                                        "settlement.kind." + row.kind().name()))
                        .withProperty("day", row -> wording.formats().day(row.businessDate())));
        grid.keptIn(new Kept(name -> address.choice(name), this::choose));
        grid.whenOpened(
                row -> address.with(PURCHASE, row.purchase().text()).link(),
                row -> open(row.purchase(), Optional.of(row)));
        return grid;
    }

    /** What a transfer comes to at its price; the line of its kind is rounded once, over all of them. */
    private Optional<MoneyAmount> money(TransferLine row) {
        return row.pricePerPoint()
                .map(price -> MoneyAmount.rounded(
                        price.multiply(BigDecimal.valueOf(row.points())),
                        page.statement().currency()));
    }

    /** What the till sent, and what it was answered. */
    private static String reference(TillName till) {
        String answered = till.answered().text();
        return till.reference().isEmpty() ? answered : till.reference() + " \u00b7 " + answered;
    }

    private String name(TransferLine row) {
        return row.memberName().orElseGet(() -> getTranslation("settlement.transfer.unnamed"));
    }

    private void open(PostingId purchase, Optional<TransferLine> row) {
        choose(PURCHASE, purchase.text());
        Div content = new Div();
        row.ifPresent(line -> content.add(facts(line)));
        content.add(new PurchasePanel(
                source.purchase(purchase), purchase, source.postedBy(purchase), Optional.empty(), wording));
        side.open(row.map(this::name).orElseGet(() -> getTranslation("members.purchase.title")), content);
    }

    private DescriptionList facts(TransferLine row) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("k-facts");
        fact(facts, "kind", getTranslation("settlement.kind." + row.kind().name()));
        fact(facts, "points", wording.formats().count(row.points()));
        fact(facts, "day", wording.formats().day(row.businessDate()));
        row.outlet().ifPresent(outlet -> fact(facts, "outlet", outlet));
        fact(facts, "posted", wording.formats().exactly(row.postedAt(), wording.zone()));
        row.pricePerPoint()
                .ifPresent(price -> facts.add(
                        new Term(getTranslation("settlement.line.amount")),
                        new Description(getTranslation(
                                "settlement.transfer.exact",
                                wording.formats().count(row.points()),
                                wording.formats().amount(PriceWords.plain(price)),
                                wording.formats()
                                        .money(MoneyAmount.rounded(
                                                price.multiply(BigDecimal.valueOf(row.points())),
                                                page.statement().currency()))))));
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new Term(getTranslation("settlement.transfer." + key)), new Description(value));
    }
}
