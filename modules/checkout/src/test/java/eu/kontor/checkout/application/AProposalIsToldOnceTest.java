package eu.kontor.checkout.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Corrections;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.Wish;
import eu.kontor.checkout.api.WaitingCorrections;
import eu.kontor.checkout.persistence.CorrectionRows;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What waits for a second person is told once; what is decided before is told to nobody. */
class AProposalIsToldOnceTest {

    private final TillStage stage = new TillStage();
    private final Corrections corrections = new CorrectionStage(stage).corrections();
    private final WaitingCorrections waiting =
            new UntoldCorrections(stage.transactions, new CorrectionRows(), stage.clock);
    private final TenantId cafe = stage.tenant("told-cafe");
    private final CardNumber card = stage.member(cafe);
    private final Caller ana = new Caller("ana", "Ana Gil", Optional.of(cafe), Set.of(Role.FRONT_DESK), Locale.ENGLISH);

    @Test
    void and_only_what_waits() {
        give("t1", 300);
        Correction first = give("t2", 900);
        Correction withdrawn = give("t3", 800);
        corrections.decline(ana, Optional.empty(), withdrawn.id(), "");

        List<WaitingCorrections.WaitingCorrection> untold = waiting.untold(cafe);
        assertThat(untold).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(first.id());
            assertThat(each.points()).isEqualTo(Points.of(900));
            assertThat(each.proposerName()).isEqualTo("Ana Gil");
            assertThat(each.reason(Locale.ENGLISH)).isNotEqualTo("wait");
        });

        waiting.told(cafe, untold);
        Correction second = give("t4", 700);
        assertThat(waiting.untold(cafe))
                .extracting(WaitingCorrections.WaitingCorrection::id)
                .containsExactly(second.id());
    }

    private Correction give(String key, long points) {
        return corrections.give(
                ana, Optional.empty(), new Wish(key, card.value(), Points.of(points), "wait", "", false));
    }
}
