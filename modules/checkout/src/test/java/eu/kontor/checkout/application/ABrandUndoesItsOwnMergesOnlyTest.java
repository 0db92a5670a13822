package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Merges;
import eu.kontor.checkout.api.Merges.MergeWish;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator merged a guest of the hotel into one of the café. Neither brand knows the other's guest. */
class ABrandUndoesItsOwnMergesOnlyTest {

    private static final Caller OPERATOR = new Caller(
            "operator",
            "Operator",
            Optional.empty(),
            Set.of(Role.OPERATOR),
            Locale.ENGLISH,
            Origin.NOWHERE,
            Optional.empty(),
            true);

    private final TillStage stage = new TillStage();
    private final Merges merges = new MergeStage(stage).merges();
    private final TenantId hotel = stage.tenant("undoing-hotel");
    private final TenantId cafe = stage.tenant("undoing-cafe");
    private final CardNumber merged = stage.member(hotel);
    private final CardNumber surviving = stage.member(cafe);
    private final Caller hotelDesk = person(hotel, Role.FRONT_DESK);
    private final Caller cafeDesk = person(cafe, Role.FRONT_DESK);

    @BeforeEach
    void the_operator_knows_both() {
        answer(stage.checkout().purchase(machine(hotel), purchase("stay", merged, "60.00")));
        merges.merge(OPERATOR, new MergeWish(merged, surviving, "the same person by her own word"));
    }

    @Test
    void the_brand_of_the_merged_one_reads_nothing_of_the_other_and_undoes_nothing() {
        assertThat(merges.of(hotelDesk, stage.memberOf(hotel, merged))).isEmpty();
        assertRefused(RefusalCode.MEMBER_NOT_MERGED, () -> merges.parting(hotelDesk, merged));
        assertRefused(RefusalCode.MEMBER_NOT_MERGED, () -> merges.undo(hotelDesk, merged, "not our business"));

        assertThat(stage.balance(surviving).available()).isEqualTo(Points.of(600));
    }

    @Test
    void nor_does_the_brand_of_the_other() {
        assertThat(merges.of(cafeDesk, stage.memberOf(cafe, surviving))).isEmpty();
        assertRefused(RefusalCode.CARD_UNKNOWN, () -> merges.undo(cafeDesk, merged, "not our business"));
    }

    @Test
    void who_knows_both_does() {
        assertThat(merges.of(OPERATOR, stage.memberOf(hotel, merged))).hasSize(1);

        merges.undo(OPERATOR, merged, "it was her sister");

        assertThat(stage.balance(merged).available()).isEqualTo(Points.of(600));
    }
}
