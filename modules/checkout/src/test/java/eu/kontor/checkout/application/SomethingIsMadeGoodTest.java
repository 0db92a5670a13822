package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.checkout.api.Corrections;
import eu.kontor.checkout.api.Corrections.Correction;
import eu.kontor.checkout.api.Corrections.State;
import eu.kontor.checkout.api.Corrections.TakingBack;
import eu.kontor.checkout.api.Corrections.Wish;
import eu.kontor.checkout.persistence.CorrectionRows;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Usually a desk may give 500 points at once and 2,000 a day, an admin 5,000. */
class SomethingIsMadeGoodTest {

    private final TillStage stage = new TillStage();
    private final Corrections corrections = new CorrectionStage(stage).corrections();
    private final TenantId cafe = stage.tenant("good-cafe");
    private final CardNumber card = stage.member(cafe);
    private final Caller ana = somebody("ana", Role.FRONT_DESK);
    private final Caller boss = somebody("boss", Role.ADMIN);

    @Test
    void within_the_limit_of_the_role_points_are_there_at_once_as_a_kind_of_their_own() {
        Correction given = give(ana, "k1", 300);

        assertThat(given.state()).isEqualTo(State.POSTED);
        assertThat(given.proposedBy().name()).isEqualTo("Person ana");
        assertThat(given.decidedBy()).isEmpty();
        assertThat(available()).isEqualTo(Points.of(300));
        assertThat(kinds()).containsExactly(TransferKind.GOODWILL);
        assertThat(corrections.posted(boss, given.posting().orElseThrow()))
                .hasValueSatisfying(known -> assertThat(known.reason()).isEqualTo("wait"));
    }

    @Test
    void the_same_key_gives_once_and_another_content_is_a_conflict() {
        Correction first = give(ana, "k2", 300);

        assertThat(give(ana, "k2", 300).id()).isEqualTo(first.id());
        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> give(ana, "k2", 301));
        assertThat(available()).isEqualTo(Points.of(300));
    }

    @Test
    void above_the_limit_it_waits_for_somebody_else_of_sufficient_role() {
        Correction proposed = give(ana, "k3", 501);
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(available()).isEqualTo(Points.ZERO);

        assertRefused(RefusalCode.NOT_PERMITTED, () -> approve(somebody("bea", Role.FRONT_DESK), proposed));
        Correction approved = approve(boss, proposed);

        assertThat(approved.state()).isEqualTo(State.POSTED);
        assertThat(approved.decidedBy().orElseThrow().name()).isEqualTo("Person boss");
        assertThat(available()).isEqualTo(Points.of(501));
        assertRefused(RefusalCode.CORRECTION_DECIDED, () -> approve(boss, proposed));
        assertRefused(RefusalCode.CORRECTION_DECIDED, () -> decline(boss, proposed));
        assertThat(available()).isEqualTo(Points.of(501));
    }

    @Test
    void who_proposed_does_not_approve_but_may_withdraw() {
        Correction proposed = give(boss, "k4", 5_001);

        assertRefused(RefusalCode.CORRECTION_OWN, () -> approve(boss, proposed));
        assertThat(decline(boss, proposed).state()).isEqualTo(State.DECLINED);
        assertThat(available()).isEqualTo(Points.ZERO);
        assertRefused(RefusalCode.CORRECTION_DECIDED, () -> approve(somebody("chief", Role.ADMIN), proposed));
    }

    @Test
    void the_days_limit_counts_what_one_person_gave_alone() {
        for (int i = 0; i < 4; i++) {
            assertThat(give(somebody("dora", Role.FRONT_DESK), "k5-" + i, 500).state())
                    .isEqualTo(State.POSTED);
        }

        assertThat(give(somebody("dora", Role.FRONT_DESK), "k5-more", 1).state())
                .isEqualTo(State.PROPOSED);
        assertThat(give(somebody("eva", Role.FRONT_DESK), "k5-other", 1).state())
                .isEqualTo(State.POSTED);
    }

    @Test
    void two_at_once_do_not_both_find_the_day_free() throws Exception {
        Caller fay = somebody("fay", Role.FRONT_DESK);
        try (ExecutorService desks = Executors.newFixedThreadPool(3)) {
            List<Future<Correction>> running = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String key = "k6-" + i;
                running.add(desks.submit(() -> give(fay, key, 500)));
            }
            List<State> states = new ArrayList<>();
            for (Future<Correction> each : running) {
                states.add(each.get().state());
            }
            assertThat(states).filteredOn(State.POSTED::equals).hasSize(4);
            assertThat(states).filteredOn(State.PROPOSED::equals).hasSize(2);
        }
    }

    @Test
    void given_by_mistake_it_is_taken_back_once() {
        Correction given = give(ana, "k7", 300);

        Correction back = takeBack(ana, "b7", given);

        assertThat(back.state()).isEqualTo(State.POSTED);
        assertThat(back.moved()).contains(Points.of(300));
        assertThat(takeBack(ana, "b7", given).id()).isEqualTo(back.id());
        assertThat(available()).isEqualTo(Points.ZERO);
        assertThat(kinds()).containsExactly(TransferKind.GOODWILL_TAKEN_BACK, TransferKind.GOODWILL);
        assertRefused(RefusalCode.CORRECTION_DECIDED, () -> takeBack(boss, "b7-again", given));
    }

    @Test
    void a_key_that_took_one_back_is_no_key_for_another() {
        Correction one = give(ana, "k20", 100);
        Correction other = give(ana, "k21", 100);
        takeBack(ana, "b20", one);

        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> takeBack(ana, "b20", other));
        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> give(ana, "b20", 100));
        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> takeBack(ana, "k21", other));
        assertThat(available()).isEqualTo(Points.of(100));
    }

    @Test
    void what_a_second_person_approved_is_not_posted_in_the_name_of_who_proposed_it() {
        Correction proposed = give(ana, "k22", 501);
        Correction ofBoss = give(boss, "k23", 5_001);
        Caller chief = somebody("chief", Role.ADMIN);
        for (Correction stopped : List.of(proposed, ofBoss)) {
            stage.transactions.asTenant(cafe, unit -> new CorrectionRows()
                    .decide(unit, stopped.id(), "approved", chief.subject(), chief.name(), stage.clock.instant(), ""));
        }

        assertThat(give(ana, "k22", 501).state()).isEqualTo(State.APPROVED);
        assertRefused(RefusalCode.CORRECTION_OWN, () -> approve(boss, ofBoss));
        assertThat(available()).isEqualTo(Points.ZERO);

        assertThat(approve(chief, proposed).state()).isEqualTo(State.POSTED);
        assertThat(approve(chief, ofBoss).state()).isEqualTo(State.POSTED);
    }

    @Test
    void an_admin_approves_and_takes_back_with_a_recent_sign_in_only() {
        Correction given = give(ana, "k24", 100);
        Correction proposed = give(ana, "k25", 501);
        Caller tired = new Caller(
                boss.subject(),
                boss.name(),
                boss.tenant(),
                boss.roles(),
                boss.language(),
                Origin.NOWHERE,
                Optional.empty(),
                false);

        assertRefused(RefusalCode.SIGN_IN_TOO_OLD, () -> takeBack(tired, "b24", given));
        assertRefused(RefusalCode.SIGN_IN_TOO_OLD, () -> approve(tired, proposed));
    }

    @Test
    void a_till_is_a_machine_and_withdraws_what_it_proposed() throws Exception {
        TenantId tills = stage.tenant("good-tills");
        Caller till = new Caller("till" + card.value(), "Till", Optional.of(tills), Set.of(Role.TILL), Locale.ENGLISH);
        Correction proposed = give(till, "k26", 10);
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(decline(till, proposed).state()).isEqualTo(State.DECLINED);

        new CorrectionStage(stage)
                .applyGoodwill(
                        tills,
                        new ObjectMapper().readTree("{\"limits\": {\"machine\": {\"atOnce\": 20, \"aDay\": 60}}}"));
        Correction given = give(till, "k27", 10);
        assertThat(given.state()).isEqualTo(State.POSTED);
        assertThat(takeBack(till, "b27", given).state()).isEqualTo(State.POSTED);
    }

    @Test
    void what_the_operator_pays_only_the_operator_gives_and_names_the_brand() {
        Caller operator = Caller.system("operator");
        assertRefused(
                RefusalCode.NOT_PERMITTED,
                () -> corrections.give(boss, Optional.empty(), wish("k8", 300, "wait", true)));

        Correction given =
                corrections.give(operator, Optional.of(new TenantSlug("good-cafe")), wish("k8", 300, "wait", true));

        assertThat(given.state()).isEqualTo(State.POSTED);
        assertThat(kinds()).containsExactly(TransferKind.OPERATOR_GOODWILL);
        assertRefused(RefusalCode.FIELD_MISSING, () -> corrections.list(operator, Optional.empty(), 10));
    }

    @Test
    void a_brand_has_reasons_and_limits_of_its_own() throws Exception {
        TenantId hotel = stage.tenant("good-hotel");
        new CorrectionStage(stage)
                .applyGoodwill(
                        hotel,
                        new ObjectMapper()
                                .readTree(
                                        """
                                {"reasons": [{"code": "noise", "name": {"en": "Noise at night"}}],
                                 "limits": {"frontDesk": {"atOnce": 50, "aDay": 60}}, "most": 900}"""));
        Caller desk = new Caller("hugo", "Hugo", Optional.of(hotel), Set.of(Role.FRONT_DESK), Locale.ENGLISH);

        assertRefused(
                RefusalCode.CORRECTION_REASON_UNKNOWN,
                () -> corrections.give(desk, Optional.empty(), wish("k9", 40, "wait", false)));
        assertRefused(
                RefusalCode.CORRECTION_TOO_LARGE,
                () -> corrections.give(desk, Optional.empty(), wish("k9", 901, "noise", false)));
        assertThat(corrections
                        .give(desk, Optional.empty(), wish("k9", 40, "noise", false))
                        .state())
                .isEqualTo(State.POSTED);
        assertThat(corrections
                        .give(desk, Optional.empty(), wish("k10", 40, "noise", false))
                        .state())
                .isEqualTo(State.PROPOSED);
        assertThat(corrections
                        .rules(desk, Optional.empty())
                        .reasons()
                        .getFirst()
                        .name(Locale.CHINESE))
                .isEqualTo("Noise at night");
    }

    @Test
    void a_machine_only_proposes_and_what_waits_is_listed_first_for_its_own_brand() {
        Correction proposed = corrections.give(machine(cafe), Optional.empty(), wish("k11", 10, "wait", false));
        give(ana, "k12", 20);

        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        List<State> states = corrections.list(boss, Optional.empty(), 50).stream()
                .map(Correction::state)
                .toList();
        assertThat(states.indexOf(State.POSTED)).isGreaterThan(states.lastIndexOf(State.PROPOSED));
        TenantId other = stage.tenant("good-shop");
        assertThat(corrections.list(machine(other), Optional.empty(), 50)).isEmpty();
        assertRefused(
                RefusalCode.CORRECTION_UNKNOWN,
                () -> corrections.approve(
                        new Caller("x", "X", Optional.of(other), Set.of(Role.ADMIN), Locale.ENGLISH),
                        Optional.empty(),
                        Long.MAX_VALUE));
    }

    private Correction give(Caller caller, String key, long points) {
        return corrections.give(caller, Optional.empty(), wish(key, points, "wait", false));
    }

    private Wish wish(String key, long points, String reason, boolean byOperator) {
        return new Wish(
                ofCard(key, card), card.value(), Points.of(points), reason, "the coffee machine broke", byOperator);
    }

    private Correction takeBack(Caller caller, String key, Correction given) {
        return corrections.takeBack(
                caller, Optional.empty(), new TakingBack(ofCard(key, card), given.id(), "mistake", ""));
    }

    private Correction approve(Caller caller, Correction proposed) {
        return corrections.approve(caller, Optional.empty(), proposed.id());
    }

    private Correction decline(Caller caller, Correction proposed) {
        return corrections.decline(caller, Optional.empty(), proposed.id(), "no");
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private List<TransferKind> kinds() {
        return new CorrectionStage(stage)
                .transfers(stage.memberOf(cafe, card)).stream()
                        .map(TransferRow::kind)
                        .toList();
    }

    /** Of this test's own: the day's limit is a person's. */
    private Caller somebody(String name, Role role) {
        return new Caller(name + card.value(), "Person " + name, Optional.of(cafe), Set.of(role), Locale.ENGLISH);
    }
}
