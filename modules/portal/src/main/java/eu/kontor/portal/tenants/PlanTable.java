package eu.kontor.portal.tenants;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.kontor.tenancy.api.Difference;
import eu.kontor.tenancy.api.TenantAdministration.FileChange;
import eu.kontor.tenancy.api.TenantAdministration.Plan;
import eu.kontor.tenancy.api.TenantAdministration.SectionChange;
import java.util.Locale;

/** What applying would change, file by file and section by section, in words of the business. */
final class PlanTable extends Div {

    private static final long serialVersionUID = 1L;

    /** A new brand's price list would be longer than anybody reads. */
    private static final int MOST_OF_A_SECTION = 40;

    PlanTable(Plan plan, Locale language) {
        addClassName("k-plan");
        plan.files().stream().filter(file -> !file.sections().isEmpty()).forEach(file -> add(file(file, language)));
    }

    private Div file(FileChange file, Locale language) {
        Div all = new Div(new H3(file.file() + " · " + getTranslation("tenants.plan." + file.change())));
        file.sections().forEach(section -> all.add(new H4(section.title().in(language)), list(section, language)));
        return all;
    }

    private UnorderedList list(SectionChange section, Locale language) {
        UnorderedList list = new UnorderedList();
        section.differences().stream()
                .limit(MOST_OF_A_SECTION)
                .forEach(difference -> list.add(item(difference, language)));
        int more = section.differences().size() - MOST_OF_A_SECTION;
        if (more > 0) {
            list.add(new ListItem(getTranslation("tenants.plan.more", more)));
        }
        if (section.differences().isEmpty()) {
            list.add(new ListItem(getTranslation("tenants.plan.again")));
        }
        return list;
    }

    /** The sign is said in a word too: colour and sign alone are missed. */
    private ListItem item(Difference difference, Locale language) {
        Span act = new Span(getTranslation("tenants.plan." + difference.act().name()));
        act.addClassNames("k-badge", look(difference.act()));
        return new ListItem(act, new Span(" " + difference.words().in(language)));
    }

    private static String look(Difference.Act act) {
        return switch (act) {
            case ADDED -> "k-badge-good";
            case CHANGED -> "k-badge-active";
            case REMOVED, KEPT -> "k-badge-warning";
        };
    }
}
