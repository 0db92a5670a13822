package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static eu.kontor.checkout.application.TillStage.sale;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.program.api.Programs.Earner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** At this brand the first member of all earns one point more with everything. */
class WhatIsEarnedDependsOnWhoShowsTheCardTest {

    private final ProgramsThatFavour programs = new ProgramsThatFavour();
    private final TillStage stage = new TillStage(programs::over);
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("favouring-cafe");
    private final CardNumber favoured = stage.member(cafe);
    private final CardNumber other = stage.member(cafe);

    @Test
    void in_a_single_call_a_batch_and_a_file_alike() {
        programs.favour(stage.memberOf(cafe, favoured));

        assertThat(answer(checkout.purchase(machine(cafe), purchase("s1", favoured, "1.00")))
                        .earning()
                        .points())
                .isEqualTo(Points.of(11));
        assertThat(checkout
                        .purchases(
                                machine(cafe), List.of(purchase("b1", favoured, "1.00"), purchase("b2", other, "1.00")))
                        .stream()
                        .map(outcome ->
                                outcome.receipt().orElseThrow().earning().points()))
                .containsExactly(Points.of(11), Points.of(10));
        assertThat(stage
                        .batches
                        .prepare(ActorId.NONE, cafe, List.of(sale("f1", favoured, "1.00"), sale("f2", other, "1.00")))
                        .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST)
                        .stream()
                        .map(outcome -> outcome.receipt().orElseThrow().points()))
                .containsExactly(Points.of(11), Points.of(10));
    }

    @Test
    void and_in_a_calculation_if_there_is_a_card() {
        programs.favour(stage.memberOf(cafe, favoured));

        assertThat(calculated(favoured.value())).isEqualTo(Points.of(11));
        assertThat(calculated(other.value())).isEqualTo(Points.of(10));
        assertThat(calculated(stage.cardOfNobody())).isEqualTo(Points.of(10));
        assertThat(calculated(null)).isEqualTo(Points.of(10));
        assertThat(programs.earners()).last().isEqualTo(Optional.empty());
        assertThat(programs.earners().getFirst().map(Earner::tier)).contains("member");
    }

    private Points calculated(String cardOrNull) {
        Purchase known = purchase("", other, "1.00");
        return checkout.calculate(
                        machine(cafe),
                        new Purchase(
                                null,
                                cardOrNull,
                                known.outlet(),
                                known.amount(),
                                known.currency(),
                                known.lines(),
                                known.businessDate(),
                                known.businessTime(),
                                null))
                .earning()
                .points();
    }
}
