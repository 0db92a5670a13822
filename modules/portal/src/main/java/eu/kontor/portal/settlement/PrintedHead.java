package eu.kontor.portal.settlement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.StatementDocuments.Letterhead;
import eu.kontor.tenancy.api.LegalEntity;
import java.util.Optional;

/** What a browser prints above a statement and does not show: both parties by law, number, month and the day to pay by. */
final class PrintedHead extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    PrintedHead(Statement statement, Letterhead letterhead, Wording wording) {
        this.wording = wording;
        addClassName("k-printed-head");
        Div parties = new Div(
                party("settlement.print.from", letterhead.operator()),
                party("settlement.print.to", letterhead.partner()));
        parties.addClassName("k-printed-parties");
        Div facts = new Div(
                fact("settlement.print.number", letterhead.number().orElse("–")),
                fact("settlement.column.window", wording.formats().month(statement.window())),
                fact(
                        "settlement.column.closed",
                        statement
                                .closedAt()
                                .map(at -> wording.formats()
                                        .day(at.atZone(wording.zone()).toLocalDate()))
                                .orElse("–")),
                fact(
                        "settlement.column.due",
                        statement.due().map(wording.formats()::day).orElse("–")));
        facts.addClassName("k-printed-parties");
        add(parties, facts);
    }

    private Div party(String roleKey, LegalEntity who) {
        Div party = new Div(quiet(getTranslation(roleKey)), new Paragraph(strong(who.name())));
        who.address().forEach(line -> party.add(new Paragraph(line)));
        add(party, "settlement.print.taxNumber", who.taxNumber());
        add(party, "settlement.print.register", who.register());
        add(party, "settlement.print.account", who.iban());
        add(party, "settlement.print.bank", who.bic());
        add(party, "settlement.print.questions", who.email());
        return party;
    }

    private void add(Div party, String key, Optional<String> value) {
        value.ifPresent(text -> party.add(new Paragraph(getTranslation(key, text))));
    }

    private Div fact(String key, String value) {
        return new Div(quiet(getTranslation(key)), new Paragraph(strong(value)));
    }

    private static Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("k-quiet");
        return paragraph;
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("k-strong");
        return span;
    }
}
