package eu.kontor.portal.tenants;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.portal.program.ProgramWords;
import eu.kontor.portal.tenants.TenantsPresenter.TenantLine;
import eu.kontor.portalkit.forms.StayingDialog;
import eu.kontor.portalkit.i18n.Languages;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.CopyableId;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Tenant;
import java.util.stream.Collectors;

/** One brand: its outlets, program and state, and the switch between active and suspended. */
final class TenantPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient TenantLine line;
    private final transient Wording wording;

    /** @param suspend and {@code resume} do it; afterwards the list is read again by whoever made this panel */
    TenantPanel(TenantLine line, Wording wording, Runnable suspend, Runnable resume) {
        this.line = line;
        this.wording = wording;
        Tenant tenant = line.tenant();
        addClassName("k-tenant");
        Div head = new Div(
                new StateWord(tenant.state()), new CopyableId(tenant.slug().value()));
        head.addClassName("k-inline");
        add(head, new H3(getTranslation("tenants.details.outlets")), outlets(tenant));
        add(new H3(getTranslation("tenants.details.program")));
        addProgram();
        add(new H3(getTranslation("tenants.details.contract")));
        addContract();
        add(facts(tenant));
        if (tenant.state() == Tenant.State.ACTIVE) {
            Button button =
                    new Button(getTranslation("tenants.suspend"), click -> confirm("tenants.suspend", true, suspend));
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
            add(button);
        } else if (tenant.state() == Tenant.State.SUSPENDED) {
            Button button =
                    new Button(getTranslation("tenants.resume"), click -> confirm("tenants.resume", false, resume));
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(button);
        }
    }

    private UnorderedList outlets(Tenant tenant) {
        UnorderedList outlets = new UnorderedList();
        outlets.addClassName("k-plain-list");
        for (Tenant.Outlet outlet : tenant.outlets()) {
            Span code = new Span(outlet.code());
            code.addClassNames("k-quiet", "k-code");
            String name = outlet.usualCategory()
                    .map(category -> getTranslation("tenants.details.outlet.category", outlet.name(), category))
                    .orElse(outlet.name());
            ListItem item = new ListItem(new Span(name), code);
            item.addClassName("k-card-row");
            outlets.add(item);
        }
        return outlets;
    }

    private void addProgram() {
        if (line.program().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("tenants.program.none"));
            none.addClassName("k-quiet");
            add(none);
            return;
        }
        Program program = line.program().get();
        UnorderedList rules = new UnorderedList();
        rules.addClassName("k-plain-list");
        ProgramWords.of(program, wording).forEach(sentence -> rules.add(new ListItem(sentence)));
        Paragraph version = new Paragraph(getTranslation(
                "tenants.program.version", program.version(), wording.formats().day(program.validFrom())));
        version.addClassName("k-quiet");
        add(version, rules);
    }

    private void addContract() {
        if (line.contract().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("tenants.details.contract.none"));
            none.addClassName("k-quiet");
            add(none);
            return;
        }
        UnorderedList terms = new UnorderedList();
        terms.addClassName("k-plain-list");
        ContractWords.of(line.contract().get(), wording).forEach(sentence -> terms.add(new ListItem(sentence)));
        add(terms);
    }

    private DescriptionList facts(Tenant tenant) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("k-facts");
        fact(
                facts,
                "currencies",
                tenant.currencies().stream()
                        .map(currency ->
                                currency.getDisplayName(wording.language()) + " · " + currency.getCurrencyCode())
                        .collect(Collectors.joining(", ")));
        fact(facts, "zone", tenant.zone().getId());
        fact(
                facts,
                "language",
                Languages.nearest(tenant.language())
                        .map(Languages::nameOf)
                        .orElse(tenant.language().getDisplayLanguage(wording.language())));
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new Term(getTranslation("tenants.details." + key)), new Description(value));
    }

    private void confirm(String key, boolean destructive, Runnable action) {
        String name = line.tenant().name();
        StayingDialog dialog = new StayingDialog(
                getTranslation(key + ".title", name), getTranslation(key), getTranslation("tenants.cancel"));
        if (destructive) {
            dialog.warn();
        }
        dialog.whenConfirmed(wording.language(), () -> {
            action.run();
            return true;
        });
        dialog.show(new Paragraph(getTranslation(key + ".text")));
    }
}
