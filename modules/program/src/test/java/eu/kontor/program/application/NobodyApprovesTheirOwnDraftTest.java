package eu.kontor.program.application;

import static eu.kontor.program.application.ProgramStage.BASE_RATE;
import static eu.kontor.program.application.ProgramStage.seen;
import static eu.kontor.program.application.ProgramStage.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDraft.State;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NobodyApprovesTheirOwnDraftTest {

    private final ProgramStage stage = ProgramStage.inTheBrowser("four-eyes-cafe");

    @Test
    void neither_who_made_it_nor_who_changed_it_last() {
        ProgramDraft made = stage.change(stage.begin(), BASE_RATE, new BigDecimal("12"));
        ProgramDraft byRui = stage.drafts.save(
                stage.rui, stage.slug, seen(made), with(made.program(), BASE_RATE, new BigDecimal("13")));
        ProgramDraft submitted = stage.drafts.submit(stage.rui, stage.slug, seen(byRui), "");

        refuses(RefusalCode.PROGRAM_DRAFT_OWN, () -> stage.drafts.approve(stage.ines, stage.slug, seen(submitted), ""));
        refuses(RefusalCode.PROGRAM_DRAFT_OWN, () -> stage.drafts.approve(stage.rui, stage.slug, seen(submitted), ""));
        assertThat(stage.drafts.get(stage.rui, stage.slug, made.id()).mayApprove())
                .isFalse();
    }

    @Test
    void nor_who_wrote_it_before_somebody_else_mended_a_comma() {
        Caller eva = stage.person("eva", Role.ADMIN);
        ProgramDraft made = stage.begin();
        ProgramDraft byRui = stage.drafts.save(
                stage.rui, stage.slug, seen(made), with(made.program(), BASE_RATE, new BigDecimal("13")));
        ProgramDraft mended = stage.change(byRui, BASE_RATE, new BigDecimal("13.5"));
        ProgramDraft submitted = stage.drafts.submit(stage.ines, stage.slug, seen(mended), "");

        refuses(RefusalCode.PROGRAM_DRAFT_OWN, () -> stage.drafts.approve(stage.rui, stage.slug, seen(submitted), ""));
        assertThat(stage.drafts.get(stage.rui, stage.slug, made.id()).mayApprove())
                .isFalse();
        assertThat(stage.drafts.get(eva, stage.slug, made.id()).mayApprove()).isTrue();
        assertThat(stage.drafts.approve(eva, stage.slug, seen(submitted), "").state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void the_operator_may_where_a_brand_has_one_admin() {
        ProgramDraft submitted = stage.drafts.submit(
                stage.ines, stage.slug, seen(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12"))), "");

        assertThat(stage.drafts
                        .approve(stage.olivia, stage.slug, seen(submitted), "")
                        .state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void an_approval_goes_with_the_change_that_comes_after_it() {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));

        ProgramDraft changed = stage.change(approved, BASE_RATE, new BigDecimal("20"));

        assertThat(changed.state()).isEqualTo(State.DRAFT);
        assertThat(changed.approvedBy()).isEmpty();
        refuses(
                RefusalCode.PROGRAM_DRAFT_NOT_APPROVED,
                () -> stage.drafts.publish(stage.ines, stage.slug, seen(changed), Optional.empty()));
    }

    @Test
    void an_approval_of_another_text_is_none_whatever_the_state_says() throws Exception {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));
        stage.transactions.asTenant(stage.brand, unit -> unit.connection()
                .createStatement()
                .executeUpdate("update program_draft set document = replace(document, '12', '99') where draft_id = "
                        + approved.id()));

        refuses(
                RefusalCode.PROGRAM_DRAFT_NOT_APPROVED,
                () -> stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.empty()));
    }

    @Test
    void changes_are_asked_for_with_a_word_and_made_and_submitted_once_more() {
        ProgramDraft submitted = stage.drafts.submit(
                stage.ines, stage.slug, seen(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12"))), "");

        refuses(
                RefusalCode.FIELD_MISSING,
                () -> stage.drafts.requestChanges(stage.rui, stage.slug, seen(submitted), " "));
        ProgramDraft back = stage.drafts.requestChanges(stage.rui, stage.slug, seen(submitted), "11 is enough");
        assertThat(back.state()).isEqualTo(State.CHANGES_REQUESTED);

        assertThat(stage.approved(stage.change(back, BASE_RATE, new BigDecimal("11")))
                        .state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void what_was_withdrawn_stays_and_is_not_changed_any_more() {
        ProgramDraft withdrawn = stage.drafts.withdraw(stage.ines, stage.slug, seen(stage.begin()), "not now");

        refuses(RefusalCode.PROGRAM_DRAFT_ENDED, () -> stage.change(withdrawn, BASE_RATE, BigDecimal.ONE));
        assertThat(stage.drafts.list(stage.ines, stage.slug))
                .extracting(ProgramDraft::id)
                .contains(withdrawn.id());
    }

    @Test
    void a_draft_that_says_what_is_in_force_is_not_submitted() {
        ProgramDraft same = stage.begin();

        refuses(RefusalCode.PROGRAM_DRAFT_UNCHANGED, () -> stage.drafts.submit(stage.ines, stage.slug, seen(same), ""));
    }

    @Test
    void an_approval_and_a_publication_ask_for_a_recent_sign_in() {
        ProgramDraft submitted = stage.drafts.submit(
                stage.ines, stage.slug, seen(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12"))), "");
        Caller longAgo = new Caller(
                "rui",
                "rui",
                Optional.of(stage.brand),
                Set.of(Role.ADMIN),
                Locale.ENGLISH,
                eu.kontor.kernel.Origin.NOWHERE,
                Optional.empty(),
                false);

        refuses(RefusalCode.SIGN_IN_TOO_OLD, () -> stage.drafts.approve(longAgo, stage.slug, seen(submitted), ""));
        refuses(
                RefusalCode.SIGN_IN_TOO_OLD,
                () -> stage.drafts.publish(longAgo, stage.slug, seen(submitted), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"FINANCE", "FRONT_DESK", "MACHINE", "TILL", "FEED", "FINANCE_EXPORT", "ENROL"})
    void nobody_else_of_the_brand_sees_drafts(Role role) {
        refuses(RefusalCode.NOT_PERMITTED, () -> stage.drafts.list(stage.person("somebody", role), stage.slug));
    }

    @Test
    void another_brands_program_is_unknown_and_the_operator_drafts_none() {
        KontorDatabase.shared().tenant("four-eyes-other");
        TenantSlug other = new TenantSlug("four-eyes-other");

        refuses(RefusalCode.TENANT_UNKNOWN, () -> stage.drafts.list(stage.ines, other));
        refuses(RefusalCode.TENANT_UNKNOWN, () -> stage.versions.list(stage.ines, other));
        refuses(RefusalCode.NOT_PERMITTED, () -> stage.drafts.begin(stage.olivia, stage.slug, Optional.empty(), ""));
    }

    private static void refuses(RefusalCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
