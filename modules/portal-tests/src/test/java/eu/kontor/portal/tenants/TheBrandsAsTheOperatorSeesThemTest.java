package eu.kontor.portal.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.tenants.TenantsPresenter.TenantLine;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TheBrandsAsTheOperatorSeesThemTest {

    private final Caller operator = new Caller("o", "Olivia", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    private final Caller admin =
            new Caller("a", "Ana", Optional.of(new TenantId(3)), Set.of(Role.ADMIN), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final TenantsPresenter presenter = new TenantsPresenter(
            world.tenants(), world.administration(), world.programs(), world.settlement(), world.clock());

    @Test
    void eachBrandHasItsProgramAndItsContract() {
        List<TenantLine> lines = presenter.all(operator);

        assertThat(lines).hasSize(world.tenants().all().size());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.program()).isPresent();
            assertThat(line.contract()).isPresent();
        });
    }

    @Test
    void theNewestTermIsReadFirst() {
        Wording wording = new Wording(
                Formats.in(Locale.ENGLISH),
                "Ronda points",
                Locale.ENGLISH,
                world.clock().getZone(),
                world.clock());
        TenantLine line = presenter.all(operator).getFirst();

        List<String> terms = ContractWords.of(line.contract().orElseThrow(), wording);

        assertThat(terms.getFirst()).endsWith("pays €0.012 per point issued, gets €0.01 per point redeemed");
        assertThat(terms.getLast()).contains("pays €0.0125");
    }

    @Test
    void nobodyElseSeesTheList() {
        assertThatThrownBy(() -> presenter.all(admin)).isInstanceOf(Refusal.class);
    }
}
