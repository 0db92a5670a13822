package eu.kontor.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.overview.OverviewPresenter.Month;
import eu.kontor.portal.overview.OverviewPresenter.Overview;
import eu.kontor.portal.overview.OverviewPresenter.Shared;
import eu.kontor.portal.preview.PreviewDesk;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TheOverviewComparesWholeMonthsTest {

    private final PreviewDesk world = new PreviewDesk();
    private final OverviewPresenter presenter = new OverviewPresenter(
            world.transfers(), world.balances(), world.members(), world.settlement(), world.tenants(), world.clock());
    private final Caller admin =
            new Caller("a", "Ana", Optional.of(new TenantId(3)), Set.of(Role.ADMIN), Locale.ENGLISH);

    @Test
    void theRunningMonthIsNotAmongThem() {
        Overview overview = presenter.overview(admin, 6);
        assertThat(overview.from()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(overview.to()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(overview.months()).extracting(Month::month).hasSize(6).isSorted();
    }

    @Test
    void theSumIsThatOfTheMonthsShown() {
        Overview overview = presenter.overview(admin, 3);
        assertThat(overview.issued().now())
                .isEqualTo(overview.months().stream().mapToLong(Month::issued).sum());
        assertThat(overview.issued().before()).isPositive();
    }

    @Test
    void aTenantSeesNoPartners() {
        assertThat(presenter.overview(admin, 3).partners()).isEmpty();
    }

    @Test
    void theOperatorSeesEveryPartnerAndEachPairOnce() {
        Overview overview = presenter.overview(Caller.system("test"), 3);
        assertThat(overview.partners()).hasSize(4);
        assertThat(overview.shared()).hasSize(6);
        assertThat(overview.shared())
                .isSortedAccordingTo(Comparator.comparingLong(Shared::members).reversed());
    }
}
