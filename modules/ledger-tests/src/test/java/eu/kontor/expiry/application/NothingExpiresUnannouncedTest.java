package eu.kontor.expiry.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.PreviewRow;
import eu.kontor.expiry.api.ExpiryNotices.Announcement;
import eu.kontor.expiry.api.ExpiryNotices.DueNotice;
import eu.kontor.expiry.api.ExpiryNotices.Notice;
import eu.kontor.expiry.api.ExpiryNotices.ToldBy;
import eu.kontor.kernel.Activity;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NothingExpiresUnannouncedTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final int NOTICE_DAYS = 30;

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    /** Of a test before, too, that told somebody of a day to come. */
    @BeforeEach
    void everybody_else_has_expired() {
        ledger.tellEverybody(TODAY.minusYears(1));
        ledger.tellEverybody(TODAY.minusDays(NOTICE_DAYS));
        ledger.expire(TODAY);
        waitDays(2 * NOTICE_DAYS);
        ledger.expire(TODAY.plusDays(2 * NOTICE_DAYS));
        waitDays(-2 * NOTICE_DAYS);
    }

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void without_a_notice_nothing_expires_however_long_ago_the_visit_was() {
        ledger.earn(guest, HOTEL, TODAY.minusMonths(14), ONE_YEAR, 100);

        ledger.expire(TODAY);

        assertThat(ledger.available(guest)).isEqualTo(100);
        assertThat(ledger.expiry.previewSum(OPERATOR, TODAY).untold()).isEqualTo(new Amount(1, Points.of(100)));
    }

    @Test
    void a_late_notice_moves_the_day_by_as_much() {
        ledger.earn(guest, HOTEL, TODAY.minusMonths(14), ONE_YEAR, 100);
        assertThat(tell(TODAY)).extracting(Announcement::expiresOn).containsExactly(TODAY.plusDays(NOTICE_DAYS));

        ledger.expire(TODAY);
        waitDays(NOTICE_DAYS - 1);
        ledger.expire(TODAY.plusDays(NOTICE_DAYS - 1));
        assertThat(ledger.available(guest)).isEqualTo(100);

        waitDays(1);
        ledger.expire(TODAY.plusDays(NOTICE_DAYS));
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void a_notice_of_too_few_days_moves_the_day() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1).plusDays(20), ONE_YEAR, 100);

        assertThat(tell(TODAY)).extracting(Announcement::expiresOn).containsExactly(TODAY.plusDays(NOTICE_DAYS));
        assertThat(next()).isEqualTo(new NextExpiry(TODAY.plusDays(NOTICE_DAYS), Points.of(100)));
    }

    @Test
    void an_early_notice_names_the_day_of_the_policy() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1).plusDays(20), ONE_YEAR, 100);
        LocalDate posted = TODAY.minusDays(20);

        assertThat(ledger.notices.record(
                        OPERATOR, due(TODAY).stream().map(DueNotice::notice).toList(), posted, ToldBy.ELSEWHERE))
                .extracting(Announcement::expiresOn)
                .containsExactly(TODAY.plusDays(20));
        assertThat(next()).isEqualTo(new NextExpiry(TODAY.plusDays(20), Points.of(100)));
    }

    @Test
    void nobody_is_told_earlier_than_the_days_of_notice_or_twice() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1).plusDays(NOTICE_DAYS + 1), ONE_YEAR, 100);
        assertThat(due(TODAY)).isEmpty();

        waitDays(1);
        assertThat(tell(TODAY.plusDays(1))).hasSize(1);
        assertThat(due(TODAY.plusDays(1))).isEmpty();
        assertThat(tell(TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void a_visit_between_the_notice_and_the_day_saves_the_points_and_asks_for_a_new_notice() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1), ONE_YEAR, 100);
        tell(TODAY.minusDays(NOTICE_DAYS));
        ledger.earn(guest, CAFE, TODAY.minusDays(1), ONE_YEAR, 0);

        ledger.expire(TODAY);
        assertThat(ledger.available(guest)).isEqualTo(100);

        waitDays(365);
        ledger.expire(TODAY.plusDays(365));
        assertThat(ledger.available(guest)).isEqualTo(100);
        assertThat(due(TODAY.plusDays(365)))
                .extracting(due -> due.notice().runsOutOn())
                .containsExactly(TODAY.minusDays(1).plusYears(1));
    }

    @Test
    void points_that_come_to_a_day_that_was_announced_are_announced_by_themselves() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1), ONE_YEAR, 100);
        Posted hold = ledger.authorize(guest, CAFE, 30);
        tell(TODAY.minusDays(NOTICE_DAYS));
        ledger.posted(TestLedger.voiding(guest, CAFE, hold.id()));

        ledger.expire(TODAY);
        assertThat(ledger.available(guest)).isEqualTo(30);
        assertThat(due(TODAY)).extracting(DueNotice::points).containsExactly(Points.of(30));
        tell(TODAY);
        waitDays(NOTICE_DAYS);
        ledger.expire(TODAY.plusDays(NOTICE_DAYS));
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void by_a_mail_that_has_not_left_nothing_expires_and_it_is_not_sent_twice() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1).plusDays(NOTICE_DAYS), ONE_YEAR, 100);
        List<Announcement> mails = record(TODAY, ToldBy.MAIL);
        waitDays(NOTICE_DAYS);
        LocalDate announced = TODAY.plusDays(NOTICE_DAYS);

        assertThat(ledger.expire(announced).points()).isEqualTo(Points.ZERO);
        assertThat(ledger.available(guest)).isEqualTo(100);
        assertThat(due(announced)).isEmpty();
        assertThat(next()).isEqualTo(new NextExpiry(announced.plusDays(NOTICE_DAYS), Points.of(100)));
        assertThat(ledger.expiry.previewSum(OPERATOR, announced).untold()).isEqualTo(new Amount(1, Points.of(100)));
        leave(mails);
    }

    @Test
    void a_mail_that_leaves_late_moves_the_day_by_as_much() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1).plusDays(NOTICE_DAYS), ONE_YEAR, 100);
        List<Announcement> mails = record(TODAY, ToldBy.MAIL);
        waitDays(3);

        LocalDate moved = TODAY.plusDays(NOTICE_DAYS + 3);
        assertThat(leave(mails)).extracting(Announcement::expiresOn).containsExactly(moved);
        assertThat(next()).isEqualTo(new NextExpiry(moved, Points.of(100)));
        waitDays(NOTICE_DAYS - 1);
        ledger.expire(moved.minusDays(1));
        assertThat(ledger.available(guest)).isEqualTo(100);
        waitDays(1);
        ledger.expire(moved);
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void a_clock_that_is_set_back_expires_nothing_and_tells_nobody_twice() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1).plusDays(NOTICE_DAYS), ONE_YEAR, 100);
        tell(TODAY);
        waitDays(NOTICE_DAYS);
        waitDays(-1);

        assertThat(ledger.expire(TODAY.plusDays(NOTICE_DAYS - 1)).points()).isEqualTo(Points.ZERO);
        assertThat(due(TODAY.minusDays(1))).isEmpty();
        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    @Test
    void a_notice_of_what_is_not_so_any_more_is_not_recorded() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1), ONE_YEAR, 100);
        List<Notice> notices = due(TODAY).stream().map(DueNotice::notice).toList();
        ledger.earn(guest, CAFE, TODAY.minusDays(1), ONE_YEAR, 0);

        assertThat(ledger.notices.record(OPERATOR, notices, TODAY, ToldBy.ELSEWHERE))
                .isEmpty();
    }

    @Test
    void nobody_was_told_tomorrow() {
        assertThatThrownBy(() -> ledger.notices.record(OPERATOR, List.of(), TODAY.plusDays(1), ToldBy.ELSEWHERE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.DAY_NOT_COME));
    }

    @Test
    void which_activities_keep_points_alive_is_decided_for_later_ones() {
        ledger.earn(guest, HOTEL, TODAY.minusYears(1), ONE_YEAR, 100);
        ledger.coalition.decides(new ExpiryRules(NOTICE_DAYS, Set.of(Activity.REDEMPTION)));
        ledger.earn(guest, CAFE, TODAY.minusDays(1), ONE_YEAR, 5);
        assertThat(ledger.balances.of(guest).lastActivity()).contains(TODAY.minusYears(1));

        ledger.coalition.decides(ExpiryRules.USUAL);
        assertThat(ledger.balances.of(guest).lastActivity()).contains(TODAY.minusYears(1));
        ledger.redeem(guest, CAFE, 1);
        assertThat(ledger.balances.of(guest).lastActivity()).contains(TODAY);
    }

    @Test
    void the_first_purchase_begins_the_time_even_where_purchases_do_not_count() {
        ledger.coalition.decides(new ExpiryRules(NOTICE_DAYS, Set.of(Activity.REDEMPTION)));
        ledger.earn(guest, HOTEL, TODAY.minusYears(1), ONE_YEAR, 100);
        tell(TODAY.minusDays(NOTICE_DAYS));

        ledger.expire(TODAY);

        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void the_preview_shows_a_future_day_the_largest_first_page_by_page() {
        MemberId other = newMember();
        ledger.earn(guest, HOTEL, TODAY.minusMonths(11), ONE_YEAR, 7);
        ledger.earn(other, CAFE, TODAY.minusMonths(11), ONE_YEAR, 9);
        LocalDate day = TODAY.plusMonths(1);

        Page<PreviewRow> first = ledger.expiry.preview(OPERATOR, day, Optional.empty(), 1);
        Page<PreviewRow> second = ledger.expiry.preview(OPERATOR, day, first.next(), 1);

        assertThat(first.rows())
                .extracting(PreviewRow::member, PreviewRow::points)
                .containsExactly(tuple(other, Points.of(9)));
        assertThat(second.rows()).extracting(PreviewRow::member).containsExactly(guest);
        assertThat(second.next()).isEmpty();
        assertThat(ledger.expiry.previewSum(OPERATOR, day).runningOut()).isEqualTo(new Amount(2, Points.of(16)));
        assertThat(ledger.expiry.previewByIssuer(OPERATOR, day))
                .containsOnly(Map.entry(CAFE, Points.of(9)), Map.entry(HOTEL, Points.of(7)));
        ledger.tellEverybody(TODAY);
    }

    private List<DueNotice> due(LocalDate day) {
        return ledger.notices.due(OPERATOR, day, guest.value() - 1).notices();
    }

    private List<Announcement> tell(LocalDate day) {
        return record(day, ToldBy.ELSEWHERE);
    }

    private List<Announcement> record(LocalDate day, ToldBy toldBy) {
        return ledger.notices.record(
                OPERATOR, due(day).stream().map(DueNotice::notice).toList(), day, toldBy);
    }

    private List<Announcement> leave(List<Announcement> mails) {
        return DATABASE.transactions().asRelay(HOTEL, relay -> ledger.notices.handedOver(relay, mails));
    }

    private NextExpiry next() {
        return ledger.balances.of(guest).pockets().stream()
                .flatMap((PocketBalance pocket) -> pocket.next().stream())
                .findFirst()
                .orElseThrow();
    }

    private void waitDays(int days) {
        ledger.clock.set(ledger.clock.instant().plus(Duration.ofDays(days)));
    }
}
