package eu.kontor.program.application;

import static eu.kontor.program.application.ProgramStage.BASE_RATE;
import static eu.kontor.program.application.ProgramStage.WINE;
import static eu.kontor.program.application.ProgramStage.seen;
import static eu.kontor.program.application.ProgramStage.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.ProgramDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One draft is open twice. */
class ADraftInTwoTabsTest {

    private final ProgramStage stage = ProgramStage.inTheBrowser("two-tabs-cafe");

    @Test
    void the_tab_that_saves_second_is_refused_with_a_sentence_and_overwrites_nothing() {
        ProgramDraft seenByBoth = stage.begin();
        stage.change(seenByBoth, BASE_RATE, new BigDecimal("12"));

        assertThatThrownBy(() -> stage.change(seenByBoth, WINE, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.PROGRAM_DRAFT_CHANGED))
                .hasMessageContaining("Nothing of yours was saved");

        assertThat(stage.drafts
                        .get(stage.ines, stage.slug, seenByBoth.id())
                        .program()
                        .pointsPerUnit())
                .containsValue(new BigDecimal("12"));
    }

    @Test
    void saving_the_same_again_changes_nothing_and_keeps_the_approval() {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("13")));

        ProgramDraft again = stage.drafts.save(stage.ines, stage.slug, seen(approved), approved.program());

        assertThat(again.state()).isEqualTo(ProgramDraft.State.APPROVED);
        assertThat(again.revision()).isEqualTo(approved.revision());
    }

    @Test
    void of_two_who_publish_at_once_one_does() throws Exception {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("14")));
        Callable<Boolean> publish = () -> {
            try {
                stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.empty());
                return true;
            } catch (Refusal refused) {
                return false;
            }
        };

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> outcomes = both.invokeAll(List.of(publish, publish));
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(stage.versions.list(stage.ines, stage.slug)).hasSize(2);
    }

    @Test
    void a_program_that_cannot_be_is_refused_by_the_name_of_its_field() {
        ProgramDraft draft = stage.begin();

        assertThatThrownBy(() -> stage.drafts.save(
                        stage.ines, stage.slug, seen(draft), with(draft.program(), BASE_RATE, new BigDecimal("1001"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("pointsPerUnit.EUR");
    }
}
