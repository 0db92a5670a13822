package eu.kontor.portal.trust;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.tenancy.api.Trail.Entry;

/** One act with all that is told of it. */
final class EntryPanel extends Div {

    private static final long serialVersionUID = 1L;

    EntryPanel(Entry entry, TrailPresenter presenter, Wording wording) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("k-facts");
        fact(facts, "trust.audit.when", wording.formats().exactly(entry.at(), wording.zone()));
        fact(facts, "trust.audit.who", ActWords.who(entry.actorName()));
        facts.add(new Term(getTranslation("trust.audit.subject")), new Description(new CopyableId(entry.actor())));
        fact(facts, "trust.audit.about", ActWords.about(entry.subject(), wording));
        entry.tenant().flatMap(presenter::brand).ifPresent(brand -> fact(facts, "trust.audit.brand", brand));
        String where = EntryGrid.where(entry);
        fact(facts, "trust.audit.where", where.isEmpty() ? getTranslation("trust.audit.nowhere") : where);
        entry.details()
                .forEach((name, value) ->
                        facts.add(new Term(ActWords.name(name, wording.language())), new Description(value)));
        add(facts);
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new Term(getTranslation(key)), new Description(value));
    }
}
