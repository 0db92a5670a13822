package eu.kontor.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portal.settlement.SettlementPresenter.Matrix;
import eu.kontor.portal.settlement.SettlementPresenter.PartnerLine;
import eu.kontor.settlement.api.Settlement.WindowRow;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhoOwesWhomInAWindowTest {

    private final Caller operator = new Caller("o", "Olivia", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final SettlementPresenter presenter = new SettlementPresenter(world.settlement(), world.tenants());

    @Test
    void theGreatestReceiverComesFirstAndAllCancels() {
        WindowRow ready =
                SettlementPresenter.nextToClose(presenter.windows(operator)).orElseThrow();
        Matrix matrix = presenter.matrix(operator, ready.window());

        List<BigDecimal> nets =
                matrix.partners().stream().map(line -> line.net().amount()).toList();
        assertThat(nets).isSortedAccordingTo(Comparator.<BigDecimal>reverseOrder());
        assertThat(matrix.partners()).extracting(PartnerLine::slug).doesNotHaveDuplicates();
        assertThat(matrix.cancels()).isTrue();
    }

    @Test
    void whoHasNoContractIsNamedBesideTheSums() {
        WindowRow first = presenter.windows(operator).getLast();

        Matrix matrix = presenter.matrix(operator, first.window());

        assertThat(matrix.withoutContract())
                .extracting(partner -> partner.name())
                .containsExactly("Librería Alameda");
        assertThat(matrix.partners()).extracting(PartnerLine::name).doesNotContain("Librería Alameda");
        assertThat(matrix.cancels()).isTrue();
    }

    @Test
    void onceClosedAWindowIsNotOfferedAgain() {
        WindowRow ready =
                SettlementPresenter.nextToClose(presenter.windows(operator)).orElseThrow();
        presenter.close(operator, ready.window());

        assertThat(SettlementPresenter.nextToClose(presenter.windows(operator))).isEmpty();
    }
}
