package eu.kontor.portalkit.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import eu.kontor.portalkit.look.TenantTile;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import java.util.List;
import java.util.Optional;

/** Shows in whose name the person works and, to who belongs to several, the others to change to. */
final class TenantSwitcher extends Div {

    private static final long serialVersionUID = 1L;

    TenantSwitcher(SignedInCaller current, Coalition coalition) {
        addClassName("k-brand");
        Optional<Tenant> active = current.chosen();
        Component label = active.map(TenantSwitcher::label).orElseGet(() -> operatorLabel(coalition));
        List<Tenant> choices = current.choices();
        boolean others = choices.stream()
                .anyMatch(tenant ->
                        active.map(Tenant::id).filter(tenant.id()::equals).isEmpty());
        if (!others && !(current.mayBeOperator() && active.isPresent())) {
            add(label);
            return;
        }
        String path = VaadinRequest.getCurrent().getContextPath();
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        bar.addClassName("k-brand-menu");
        MenuItem root = bar.addItem(label);
        root.setAriaLabel(
                getTranslation("shell.switchTenant", active.map(Tenant::name).orElse(coalition.name())));
        if (current.mayBeOperator()) {
            item(root, operatorLabel(coalition), active.isEmpty(), path + '/');
        }
        for (Tenant tenant : choices) {
            boolean isActive = active.map(Tenant::id).equals(Optional.of(tenant.id()));
            item(
                    root,
                    label(tenant),
                    isActive,
                    TabBrand.address(path, tenant.slug().value()));
        }
        add(bar);
    }

    /** This tab's page starts anew at the other brand's address; other tabs stay what they are. */
    private static void item(MenuItem root, Component label, boolean active, String address) {
        MenuItem item = root.getSubMenu()
                .addItem(label, click -> UI.getCurrent().getPage().setLocation(address));
        item.setCheckable(true);
        item.setChecked(active);
    }

    private static Component label(Tenant tenant) {
        TenantTile tile = new TenantTile(tenant.name(), tenant.logoSvg());
        AccentStyle own = AccentStyle.of(tenant.accentColour());
        tile.getStyle().set("--k-accent", "light-dark(" + own.onLight() + "," + own.onDark() + ")");
        return row(tile, tenant.name());
    }

    private Component operatorLabel(Coalition coalition) {
        return row(
                new TenantTile(coalition.name(), Optional.empty()),
                getTranslation("shell.operatorOf", coalition.name()));
    }

    private static Component row(TenantTile tile, String name) {
        Span text = new Span(name);
        text.addClassName("k-brand-name");
        Div row = new Div(tile, text);
        row.addClassName("k-brand-row");
        return row;
    }
}
