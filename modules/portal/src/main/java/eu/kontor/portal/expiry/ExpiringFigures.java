package eu.kontor.portal.expiry;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.kernel.TenantId;
import eu.kontor.notification.api.ExpiringPoints.ExpiringSum;
import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.BarList;
import eu.kontor.portalkit.look.BarList.Bar;
import eu.kontor.portalkit.look.StatTile;
import java.util.List;
import java.util.function.Function;

/** The sums over the list, and whose points they are. */
final class ExpiringFigures extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient ExpiringSum sum;
    private final transient Function<TenantId, String> tenantName;
    private final transient Wording wording;

    ExpiringFigures(ExpiringSum sum, Function<TenantId, String> tenantName, Wording wording) {
        this.sum = sum;
        this.tenantName = tenantName;
        this.wording = wording;
    }

    @Override
    protected Div initContent() {
        Div tiles = new Div(
                tile("expiry.sum.runningOut", sum.sum().runningOut()),
                tile("expiry.sum.expiring", sum.sum().expiring()),
                tile("expiry.sum.untold", sum.sum().untold()),
                tile("expiry.sum.unreachable", sum.unreachable()));
        tiles.addClassNames("k-stats", "k-stats-narrow");
        List<Bar> bars = sum.byIssuer().entrySet().stream()
                .map(issuer -> new Bar(
                        tenantName.apply(issuer.getKey()),
                        issuer.getValue().value(),
                        wording.formats().points(issuer.getValue())))
                .toList();
        Div figures = new Div(
                tiles,
                new Details(getTranslation("expiry.byIssuer"), new BarList(getTranslation("expiry.issuers"), bars)));
        figures.addClassName("k-expiring");
        return figures;
    }

    private StatTile tile(String label, Amount amount) {
        return new StatTile(getTranslation(label), wording.formats().points(amount.points()))
                .note(Texts.counted("expiry.sum.members", amount.members(), wording.language()));
    }
}
