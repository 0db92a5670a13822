package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.frontdesk.TillPresenter.Category;
import eu.kontor.portal.frontdesk.TillPresenter.Part;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.program.api.LineKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What most guests get is typed without telling it apart; what an outlet does not sell is not asked for there. */
class AnOutletsUsualCategoryTest {

    private static final String GRILL = "GRILL";
    private static final MoneyAmount TEN = MoneyAmount.of("10.00", "EUR");

    private final Caller clerk =
            new Caller("c", "Lucía", Optional.of(new TenantId(1)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final CardNumber card = PreviewDesk.cardOf(3);

    @Test
    void takes_the_whole_bill() {
        assertThat(till.usual(clerk, GRILL)).contains(new Category("coffee", LineKind.GOODS, "coffee"));
        assertThat(earns(bill(List.of()))).isEqualTo(Points.of(30));
    }

    @Test
    void leaves_out_what_is_said_to_be_something_else() {
        assertThat(earns(bill(List.of(new Part("", LineKind.GOODS, new BigDecimal("4.00"))))))
                .isEqualTo(Points.of(26));
    }

    @Test
    void is_not_asked_for_and_neither_is_what_the_outlet_does_not_sell() {
        assertThat(till.categories(clerk, GRILL)).isEmpty();
        assertThat(till.categories(clerk, "FD")).isEmpty();
    }

    @Test
    void where_an_outlet_says_nothing_all_is_asked_for_that_the_program_has_a_rate_for() {
        assertThat(till.usual(clerk, "SHOP")).isEmpty();
        assertThat(till.categories(clerk, "SHOP"))
                .extracting(Category::category)
                .containsExactly("coffee");
    }

    private Points earns(Bill bill) {
        return till.preview(clerk, card, bill).points();
    }

    private Bill bill(List<Part> parts) {
        return new Bill(
                GRILL,
                TEN,
                parts,
                till.usual(clerk, GRILL).map(Category::category).orElse(""),
                Optional.empty(),
                "");
    }
}
