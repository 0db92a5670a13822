package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Merges;
import eu.kontor.checkout.api.Merges.Comparison;
import eu.kontor.checkout.api.Merges.MergeWish;
import eu.kontor.checkout.api.Merges.Merged;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.membership.api.MemberLinks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoMembersAreOnePersonTest {

    private static final int PATIENCE_SECONDS = 5;

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final MergeStage desks = new MergeStage(stage);
    private final Merges merges = desks.merges();
    private final TenantId cafe = stage.tenant("merging-cafe");
    private final TenantId hotel = stage.tenant("merging-hotel");
    private final CardNumber old = stage.member(cafe);
    private final CardNumber fresh = stage.member(cafe);
    private final Caller desk = person(cafe, Role.FRONT_DESK);
    private PurchaseReceipt bought;

    @BeforeEach
    void aGuestWhoSignedUpTwice() {
        bought = answer(checkout.purchase(machine(cafe), purchase("before", old, "60.00")));
        answer(checkout.purchase(machine(cafe), purchase("own", fresh, "10.00")));
    }

    @Test
    void side_by_side_it_is_told_what_would_be_and_nothing_is_done() {
        Comparison both = merges.compare(desk, old, fresh);

        assertThat(both.merged().balance().available()).isEqualTo(Points.of(600));
        assertThat(both.surviving().balance().available()).isEqualTo(Points.of(100));
        assertThat(both.after().orElseThrow().available()).isEqualTo(Points.of(700));
        assertThat(points(fresh)).isEqualTo(Points.of(100));
        assertThat(merges.of(desk, member(old))).isEmpty();
    }

    @Test
    void merged_both_cards_have_all_points_and_who_asks_again_hears_the_first_answer() {
        Merged merged = merge(old, fresh);
        Merged again = merge(old, fresh);

        assertThat(merged.link().points()).isEqualTo(Points.of(600));
        assertThat(merged.available()).isEqualTo(Points.of(700));
        assertThat(again.replayed()).isTrue();
        assertThat(again.link().points()).isEqualTo(Points.of(600));
        assertThat(points(old)).isEqualTo(points(fresh)).isEqualTo(Points.of(700));
    }

    @Test
    void the_old_number_still_finds_the_person_for_a_return() {
        merge(old, fresh);

        answer(checkout.reverse(
                machine(cafe),
                new OriginalPurchase.ById(bought.id().text()),
                ofCard("return", old),
                ReturnedGoods.EVERYTHING));

        assertThat(points(fresh)).isEqualTo(Points.of(100));
    }

    @Test
    void what_is_on_its_way_with_the_old_card_earns_for_the_person_and_is_known_once() {
        merge(old, fresh);
        answer(checkout.purchase(machine(cafe), purchase("late", old, "5.00")));
        PurchaseReceipt retried = answer(checkout.purchase(machine(cafe), purchase("before", old, "60.00")));
        stage.batches
                .prepare(ActorId.NONE, cafe, List.of(new TillLine.Sale(purchase("night", old, "7.00"))))
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(retried.replayed()).isTrue();
        assertThat(points(fresh)).isEqualTo(Points.of(820));
    }

    @Test
    void only_the_persons_code_counts() {
        stage.codes().verify(desk, member(old), "471183");
        CardNumber other = desks.member(cafe, "904613");
        merge(old, other);

        assertRefused(
                RefusalCode.CONFIRMATION_CODE_MISTYPED, () -> stage.codes().verify(desk, member(old), "471183"));
        stage.codes().verify(desk, member(old), "904613");
        answer(checkout.authorize(
                desk,
                new RedemptionRequest(
                        ofCard("pays", old), old.value(), "main", Points.of(500), "EUR", Optional.of("904613"), "")));
    }

    @Test
    void visits_of_both_are_the_persons() {
        merge(old, fresh);
        stage.deliverMessages();

        assertThat(stage.visits.ofMember(desk, member(fresh), 10)).hasSize(2);
        assertThat(stage.visits.ofMember(desk, member(old), 10)).hasSize(2);
    }

    @Test
    void undone_what_was_earned_with_a_card_goes_back_with_it() {
        merge(old, fresh);
        answer(checkout.purchase(machine(cafe), purchase("late", old, "5.00")));
        assertThat(merges.parting(desk, old).merged().available()).isEqualTo(Points.of(650));

        Merged parted = merges.undo(desk, old, "another guest of that name");
        Merged again = merges.undo(desk, old, "another guest of that name");

        assertThat(parted.link().undone().orElseThrow().points()).isEqualTo(Points.of(650));
        assertThat(again.replayed()).isTrue();
        assertThat(points(old)).isEqualTo(Points.of(650));
        assertThat(points(fresh)).isEqualTo(Points.of(100));
        assertThat(merges.of(desk, member(fresh))).singleElement().matches(link -> !link.stands());
    }

    @Test
    void after_its_time_it_stays() {
        merge(old, fresh);
        stage.clock.daysPass(MemberLinks.DAYS_TO_UNDO + 1);

        assertThat(merges.parting(desk, old).refusal().orElseThrow().code()).isEqualTo(RefusalCode.MERGE_TOO_OLD);
        assertRefused(RefusalCode.MERGE_TOO_OLD, () -> merges.undo(desk, old, "late"));
    }

    @Test
    void who_was_erased_stays_as_it_is() {
        merge(old, fresh);
        MemberId erased = member(old);
        stage.transactions.asOperator(unit -> unit.jdbi()
                .createQuery("select coalition.erase_member(:member)")
                .bind("member", erased)
                .mapTo(Boolean.class)
                .one());

        assertThat(merges.parting(desk, old).refusal().orElseThrow().code()).isEqualTo(RefusalCode.MEMBER_NOT_ACTIVE);
        assertRefused(RefusalCode.MEMBER_NOT_ACTIVE, () -> merges.undo(desk, old, "too late"));
        assertThat(points(fresh)).isEqualTo(Points.of(700));
    }

    @Test
    void who_only_looks_waits_for_no_till_and_keeps_none_waiting() {
        merge(old, fresh);
        CardNumber third = stage.member(cafe);

        Comparison both = stage.transactions.asPoster(batch -> {
            batch.jdbi().execute("select pg_advisory_xact_lock_shared(7001)");
            return CompletableFuture.supplyAsync(() -> {
                        merges.parting(desk, old);
                        return merges.compare(desk, third, fresh);
                    })
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(both.after().orElseThrow().available()).isEqualTo(Points.of(700));
    }

    @Test
    void nobody_is_merged_with_oneself_twice_or_into_one_who_was() {
        CardNumber third = stage.member(cafe);
        merge(old, fresh);

        assertRefused(RefusalCode.MERGE_INTO_ONESELF, () -> merge(fresh, fresh));
        assertRefused(RefusalCode.MEMBER_MERGED, () -> merge(old, third));
        assertRefused(RefusalCode.MEMBER_MERGED, () -> merge(third, old));
        assertThat(merges.compare(desk, third, old).refusal().orElseThrow().code())
                .isEqualTo(RefusalCode.MEMBER_MERGED);
        assertRefused(RefusalCode.MEMBER_NOT_MERGED, () -> merges.undo(desk, third, "nothing to undo"));
    }

    @Test
    void a_chain_parts_from_its_end() {
        CardNumber third = stage.member(cafe);
        merge(old, fresh);
        merge(fresh, third);

        assertThat(points(third)).isEqualTo(points(old)).isEqualTo(Points.of(700));
        assertRefused(RefusalCode.MERGE_LATER_FIRST, () -> merges.undo(desk, old, "first the other"));
        merges.undo(desk, fresh, "not the same");
        merges.undo(desk, old, "not the same");
        assertThat(points(old)).isEqualTo(Points.of(600));
    }

    @Test
    void of_two_at_once_one_is_done() throws Exception {
        CardNumber third = stage.member(cafe);
        try (ExecutorService desks = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> both = List.of(() -> isMerged(old, fresh), () -> isMerged(old, third));
            long done = 0;
            for (Future<Boolean> each : desks.invokeAll(both)) {
                done += each.get() ? 1 : 0;
            }

            assertThat(done).isEqualTo(1);
        }
        assertThat(merges.of(desk, member(old))).hasSize(1);
    }

    @Test
    void a_brand_merges_its_own_guests_only_and_no_machine_any() {
        CardNumber elsewhere = stage.member(hotel);

        assertRefused(RefusalCode.CARD_UNKNOWN, () -> merge(elsewhere, fresh));
        assertRefused(RefusalCode.CARD_UNKNOWN, () -> merge(old, elsewhere));
        assertRefused(RefusalCode.NOT_PERMITTED, () -> merges.merge(machine(cafe), wish(old, fresh)));
        assertRefused(RefusalCode.NOT_PERMITTED, () -> merges.merge(person(cafe, Role.FINANCE), wish(old, fresh)));
        assertRefused(RefusalCode.FIELD_MISSING, () -> merges.merge(desk, new MergeWish(old, fresh, " ")));
        assertThat(merges.merge(operator(true), wish(elsewhere, fresh)).replayed())
                .isFalse();
    }

    @Test
    void it_needs_a_sign_in_of_lately() {
        assertRefused(RefusalCode.SIGN_IN_TOO_OLD, () -> merges.merge(operator(false), wish(old, fresh)));
    }

    @Test
    void each_step_leaves_its_trace() {
        merge(old, fresh);
        merges.undo(desk, old, "another guest of that name");

        assertThat(desks.audited(cafe, "card " + old.value()))
                .satisfiesExactly(
                        entry -> assertThat(entry).startsWith("merge-members").contains(fresh.value(), "600"),
                        entry -> assertThat(entry).startsWith("undo-merge").contains("another guest"));
    }

    private boolean isMerged(CardNumber card, CardNumber into) {
        try {
            merge(card, into);
            return true;
        } catch (Refusal refused) {
            assertThat(refused.code()).isEqualTo(RefusalCode.MEMBER_MERGED);
            return false;
        }
    }

    private Merged merge(CardNumber card, CardNumber into) {
        return merges.merge(desk, wish(card, into));
    }

    private static MergeWish wish(CardNumber card, CardNumber into) {
        return new MergeWish(card, into, "two sign-ups of one guest");
    }

    private static Caller operator(boolean provenLately) {
        return new Caller(
                "operator",
                "Operator",
                Optional.empty(),
                Set.of(Role.OPERATOR),
                Locale.ENGLISH,
                Origin.NOWHERE,
                Optional.empty(),
                provenLately);
    }

    private MemberId member(CardNumber card) {
        return stage.memberOf(cafe, card);
    }

    private Points points(CardNumber card) {
        return stage.balance(card).available();
    }
}
