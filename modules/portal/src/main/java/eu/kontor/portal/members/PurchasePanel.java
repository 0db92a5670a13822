package eu.kontor.portal.members;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.members.ActivityPresenter.PurchaseDetails;
import eu.kontor.portal.places.Places;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.portalkit.look.DataTable;
import eu.kontor.portalkit.look.DataTable.Cell;
import java.math.BigDecimal;
import java.util.Optional;

/** A purchase with its lines and the sentence that says why it earned these points. */
public final class PurchasePanel extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param by who asked for it
     * @param card with which the purchase can be brought back at the counter
     */
    public PurchasePanel(
            Optional<PurchaseDetails> details,
            PostingId purchase,
            PostedBy by,
            Optional<CardNumber> card,
            Wording wording) {
        addClassName("k-purchase");
        if (details.isPresent()) {
            show(details.get(), wording);
            card.filter(known -> !details.get().visit().reversed()).ifPresent(known -> {
                Anchor way =
                        new Anchor(Places.returnAtTheDesk(known, purchase), getTranslation("members.purchase.return"));
                way.addClassName("k-way");
                add(way);
            });
        } else {
            add(new Paragraph(getTranslation("members.purchase.missing")));
        }
        DescriptionList reference = new DescriptionList();
        reference.addClassName("k-facts");
        reference.add(new Term(getTranslation("members.by")), new Description(PostedByWords.of(by, this)));
        reference.add(
                new Term(getTranslation("members.purchase.id")), new Description(new CopyableId(purchase.text())));
        add(reference);
    }

    private void show(PurchaseDetails details, Wording wording) {
        Visit visit = details.visit();
        Paragraph points = new Paragraph(wording.points(visit.points()));
        points.addClassName("k-balance-figure");
        add(points);
        if (visit.reversed()) {
            Span reversed = new Span(getTranslation("members.activity.reversed"));
            reversed.addClassNames("k-badge", "k-badge-warning");
            add(reversed);
        }
        add(new H3(getTranslation("members.purchase.reason")), new Paragraph(details.reason()));
        DescriptionList terms = new DescriptionList();
        terms.addClassName("k-facts");
        terms.add(new Term(getTranslation("members.purchase.outlet")), new Description(details.outletName()));
        String time =
                visit.businessTime().map(t -> ", " + wording.formats().time(t)).orElse("");
        terms.add(
                new Term(getTranslation("members.purchase.day")),
                new Description(wording.formats().day(visit.businessDate()) + time));
        terms.add(
                new Term(getTranslation("members.purchase.amount")),
                new Description(wording.formats().money(visit.amount())));
        terms.add(
                new Term(getTranslation("members.purchase.reference")),
                new Description(new CopyableId(visit.reference())));
        add(terms, new H3(getTranslation("members.purchase.lines")));
        if (visit.lines().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("members.purchase.noLines"));
            none.addClassName("k-quiet");
            add(none);
        } else {
            add(lines(visit, wording));
        }
    }

    private DataTable lines(Visit visit, Wording wording) {
        DataTable table = new DataTable(getTranslation("members.purchase.lines"))
                .headings(
                        Cell.words(getTranslation("members.purchase.item")),
                        Cell.figure(getTranslation("members.purchase.quantity")),
                        Cell.figure(getTranslation("members.purchase.amount")));
        for (Purchase.Line line : visit.lines()) {
            String category = line.category().isBlank() ? "" : " · " + line.category();
            table.row(
                    Cell.words(line.sku() + category),
                    Cell.figure(wording.formats().amount(plain(line.quantity()))),
                    Cell.figure(wording.formats()
                            .money(new MoneyAmount(line.amount(), visit.amount().currency()))));
        }
        return table.total(
                Cell.words(getTranslation("members.purchase.total")),
                Cell.figure(""),
                Cell.figure(wording.formats().money(visit.amount())));
    }

    /** Without zeros that say nothing: 2, not 2.000. */
    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
