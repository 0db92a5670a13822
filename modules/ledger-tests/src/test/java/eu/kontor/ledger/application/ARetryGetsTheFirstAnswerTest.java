package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.key;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.part;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.domain.RequestMark;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ARetryGetsTheFirstAnswerTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void with_the_same_number_balance_and_time_even_after_other_postings() {
        Posting.Earn purchase = earning(guest, HOTEL, 100);
        Posted first = ledger.posted(purchase);
        ledger.earn(guest, CAFE, 50);
        ledger.clock.set(ledger.clock.instant().plusSeconds(60));

        Posted again = ledger.posted(purchase);

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.availableAfter()).isEqualTo(Points.of(100));
        assertThat(again.postedAt()).isEqualTo(first.postedAt());
        assertThat(ledger.available(guest)).isEqualTo(150);
    }

    @Test
    void within_one_batch_as_well() {
        Posting.Earn purchase = earning(guest, HOTEL, 100);

        List<Outcome> outcomes = ledger.poster.post(List.of(purchase, purchase, earning(guest, HOTEL, 1), purchase));

        assertThat(outcomes).extracting(Outcome::replayed).containsExactly(false, true, false, true);
        assertThat(ledger.available(guest)).isEqualTo(101);
    }

    @Test
    void but_a_changed_body_is_a_conflict() {
        RequestKey key = newKey();
        ledger.posted(earning(key, guest, HOTEL, TODAY, TWO_YEARS, 100));

        Outcome.Refused conflict =
                ledger.refused(earning(key(key.key(), "another body"), guest, HOTEL, TODAY, TWO_YEARS, 900));

        assertThat(conflict.code()).isEqualTo(RefusalCode.REQUEST_KEY_REUSED);
        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    @Test
    void and_a_hash_that_two_keys_share_by_chance_is_a_conflict_and_nobody_gets_the_others_answer() throws Exception {
        Posting.Earn first = earning(key("one key of two", "one body"), guest, HOTEL, TODAY, TWO_YEARS, 100);
        Posting.Earn second = earning(key("the other key", "the other body"), guest, HOTEL, TODAY, TWO_YEARS, 100);
        ledger.posted(first);
        shareTheHash(first, second);

        assertThat(ledger.refused(second).code()).isEqualTo(RefusalCode.REQUEST_KEY_REUSED);
        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    private static void shareTheHash(Posting first, Posting second) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                PreparedStatement statement =
                        superuser.prepareStatement("update coalition.request set key_hash = ? where key_hash = ?")) {
            statement.setLong(1, RequestMark.of(second).keyHash());
            statement.setLong(2, RequestMark.of(first).keyHash());
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    @Test
    void and_another_card_under_the_same_key_is_one_and_earns_nothing() {
        RequestKey key = newKey();
        MemberId rightOne = newMember();
        ledger.posted(earning(key, guest, HOTEL, TODAY, TWO_YEARS, 100));

        Outcome.Refused conflict =
                ledger.refused(earning(key(key.key(), "the right card"), rightOne, HOTEL, TODAY, TWO_YEARS, 100));

        assertThat(conflict.code()).isEqualTo(RefusalCode.REQUEST_KEY_REUSED);
        assertThat(ledger.available(rightOne)).isZero();
    }

    @Test
    void and_another_tenants_equal_key_is_another_request() {
        RequestKey key = newKey();

        ledger.posted(earning(key, guest, HOTEL, TODAY, TWO_YEARS, 100));
        Posted other = ledger.posted(earning(key, guest, CAFE, TODAY, TWO_YEARS, 20));

        assertThat(other.replayed()).isFalse();
        assertThat(ledger.available(guest)).isEqualTo(120);
    }

    @Test
    void a_refused_redemption_stays_refused_although_the_guest_earned_meanwhile() {
        Posting.Authorize redemption = ledger.authorization(guest, CAFE, 500);
        ledger.refused(redemption);
        ledger.earn(guest, HOTEL, 1_000);

        Outcome.Refused again = ledger.refused(redemption);

        assertThat(again.code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW);
        assertThat(again.replayed()).isTrue();
        assertThat(again.details()).containsEntry("wanted", 500L);
    }

    @Test
    void but_the_same_key_with_another_request_is_a_new_try_after_a_refusal() {
        Posting.Authorize tooMuch = ledger.authorization(guest, CAFE, 500);
        ledger.refused(tooMuch);
        ledger.earn(guest, HOTEL, 1_000);

        RequestKey sameKey = key(tooMuch.request().key(), "only 300");
        Posted corrected = ledger.posted(ledger.authorization(sameKey, guest, CAFE, 300));

        assertThat(corrected.replayed()).isFalse();
        assertThat(ledger.refused(tooMuch).code())
                .as("what was refused stays so")
                .isEqualTo(RefusalCode.BALANCE_TOO_LOW);
        assertThat(ledger.posted(ledger.authorization(sameKey, guest, CAFE, 300))
                        .id())
                .isEqualTo(corrected.id());
    }

    @Test
    void a_request_that_was_wrong_in_itself_may_come_again_corrected() {
        RequestKey key = newKey();
        Outcome.Refused refused = ledger.refused(earning(key, guest, HOTEL, TODAY.plusDays(2), TWO_YEARS, 100));
        assertThat(refused.code()).isEqualTo(RefusalCode.DATE_IN_THE_FUTURE);

        Posted corrected = ledger.posted(earning(key(key.key(), "corrected"), guest, HOTEL, TODAY, TWO_YEARS, 100));

        assertThat(corrected.replayed()).isFalse();
    }

    /** No key would stop it, because a refusal for its date is not remembered. */
    @Test
    void also_when_it_would_be_refused_by_now_and_whatever_came_with_it() {
        Posting.Earn purchase = earning(newKey(), guest, HOTEL, TODAY.plusDays(1), TWO_YEARS, 100);
        Posted first = ledger.posted(purchase);
        ledger.clock.set(ledger.clock.instant().minus(Duration.ofDays(2)));
        MemberId other = newMember();

        List<Outcome> outcomes =
                ledger.poster.post(List.of(earning(newKey(), other, CAFE, TODAY.minusDays(3), TWO_YEARS, 7), purchase));

        assertThat(outcomes).extracting(Outcome::replayed).containsExactly(false, true);
        assertThat(((Posted) outcomes.getLast()).id()).isEqualTo(first.id());
        assertThat(ledger.available(guest)).isEqualTo(100);
        assertThat(ledger.available(other)).isEqualTo(7);
    }

    @Test
    void and_those_who_share_its_batch_are_posted_once() {
        Posting.Earn purchase = earning(guest, HOTEL, 100);
        Posted first = ledger.posted(purchase);
        MemberId other = newMember();

        List<Outcome> outcomes =
                ledger.poster.post(List.of(earning(other, CAFE, 7), purchase, ledger.authorization(guest, CAFE, 150)));

        assertThat(outcomes).extracting(Outcome::replayed).containsExactly(false, true, false);
        assertThat(((Posted) outcomes.get(1)).id()).isEqualTo(first.id());
        assertThat(outcomes.get(2)).as("100 points are there once").isInstanceOf(Outcome.Refused.class);
        assertThat(ledger.available(other)).isEqualTo(7);
    }

    @Test
    void news_is_told_once() {
        Posting.Earn purchase = new Posting.Earn(
                newKey(),
                guest,
                HOTEL,
                1,
                TODAY,
                List.of(part(HOTEL, TWO_YEARS, 10)),
                1,
                Optional.of(new Posting.Note("purchase-posted", "{}")));

        Posted posted = ledger.posted(purchase);
        ledger.posted(purchase);

        assertThat(ledger.news).hasSize(1).first().satisfies(news -> {
            assertThat(news.reference()).isEqualTo(posted.id().number());
            assertThat(news.member()).isEqualTo(guest);
        });
    }
}
