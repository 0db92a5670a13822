package eu.kontor.trust.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.PaceLimit;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.tenancy.api.Protection.Scope;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import eu.kontor.trust.api.Pace.Bound;
import eu.kontor.trust.api.Pace.Claim;
import eu.kontor.trust.api.Pace.TooFast;
import eu.kontor.trust.api.Signal;
import eu.kontor.trust.api.Signal.About;
import eu.kontor.trust.api.SignalKind;
import eu.kontor.trust.persistence.PaceRows;
import eu.kontor.trust.persistence.SignalRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NothingGoesFasterThanItsLimitTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final TenantId hotel = DATABASE.tenant("pace-hotel");
    private final Transactions transactions = DATABASE.transactions();
    private final String guest = UUID.randomUUID().toString();
    private final PaceLimit fiveTimesOrAThousand = new PaceLimit(1_000, 2_000, 5, 8);

    @Test
    void so_many_points_and_so_often_within_the_hour() {
        assertThat(granted(NOON, 400, 400, 201, 200, 1)).containsExactly(true, true, false, true, false);
        assertThat(granted(NOON.plus(Duration.ofMinutes(59)), 1)).containsExactly(false);
        assertThat(granted(NOON.plus(Duration.ofMinutes(71)), 1)).containsExactly(true);
    }

    @Test
    void and_within_the_day() {
        for (int hour = 0; hour < 8; hour++) {
            assertThat(granted(NOON.plus(Duration.ofHours(2L * hour)), 100)).containsExactly(true);
        }
        Instant evening = NOON.plus(Duration.ofHours(16));
        Optional<TooFast> ninth = claim(evening, List.of(of(1))).getFirst();

        assertThat(ninth).isPresent();
        assertThat(ninth.get().retryAfter())
                .as("when the first of them is a day old")
                .isBetween(Duration.ofHours(8), Duration.ofHours(9));
        assertThat(granted(NOON.plus(Duration.ofHours(24).plusMinutes(11)), 1)).containsExactly(true);
    }

    @Test
    void of_one_batch_what_fits_together_goes_on_and_what_never_fits_holds_up_nothing() {
        assertThat(claim(NOON, List.of(of(600), of(5_000), of(300), of(200))).stream()
                        .map(Optional::isEmpty))
                .containsExactly(true, false, true, false);
    }

    @Test
    void what_was_refused_later_on_is_given_back() {
        Claim all = of(1_000);
        assertThat(claim(NOON, List.of(all)).getFirst()).isEmpty();
        assertThat(claim(NOON, List.of(all)).getFirst()).isPresent();

        pace(NOON).giveBack(all);

        assertThat(claim(NOON, List.of(all)).getFirst()).isEmpty();
    }

    @Test
    void what_is_rolled_back_was_not_counted() {
        try {
            transactions.asPoster(unit -> {
                pace(NOON).claim(unit, List.of(of(1_000)));
                throw new IllegalStateException("the posting failed");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the posting failed");
        }
        assertThat(granted(NOON, 1_000)).containsExactly(true);
    }

    @Test
    void two_servers_at_once_grant_no_more_than_one_would() throws Exception {
        try (ExecutorService servers = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                calls.add(() -> granted(NOON, 10).getFirst());
            }
            int granted = 0;
            for (Future<Boolean> answer : servers.invokeAll(calls)) {
                granted += answer.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(5);
        }
    }

    @Test
    void another_member_and_another_act_have_a_pace_of_their_own() {
        granted(NOON, 1_000);
        Claim gift = new Claim(Act.GIFTS, 1_000, of(0).bounds(), of(0).signal());

        assertThat(claim(NOON, List.of(gift)).getFirst()).isEmpty();
        assertThat(claim(NOON, List.of(of(1), another(1))).stream().map(Optional::isEmpty))
                .containsExactly(false, true);
    }

    @Test
    void what_is_put_together_counts_for_its_day_as_before() {
        for (int i = 0; i < 8; i++) {
            granted(NOON.plus(Duration.ofMinutes(20L * i)), 1);
        }
        pace(NOON.plus(Duration.ofHours(6))).forget();

        assertThat(granted(NOON.plus(Duration.ofHours(6)), 1))
                .as("the ninth of the day")
                .containsExactly(false);
        assertThat(granted(NOON.plus(Duration.ofHours(27)), 1)).containsExactly(true);
    }

    @Test
    void what_is_older_than_a_day_is_forgotten() throws SQLException {
        granted(NOON.minus(Duration.ofDays(3)), 10);
        long hash = of(0).bounds().getFirst().hash(Act.REDEMPTIONS);

        pace(NOON.minus(Duration.ofDays(1))).forget();

        try (Connection owner = DATABASE.owner().getConnection();
                Statement statement = owner.createStatement();
                ResultSet counted =
                        statement.executeQuery("select count(*) from coalition.pace where subject = " + hash)) {
            counted.next();
            assertThat(counted.getLong(1)).isZero();
        }
    }

    private List<Boolean> granted(Instant at, long... points) {
        return Arrays.stream(points)
                .mapToObj(each -> claim(at, List.of(of(each))).getFirst().isEmpty())
                .toList();
    }

    private List<Optional<TooFast>> claim(Instant at, List<Claim> claims) {
        return transactions.asPoster(unit -> pace(at).claim(unit, claims));
    }

    private CountedPace pace(Instant at) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        return new CountedPace(
                transactions, new PaceRows(), new RaisedSignals(transactions, new SignalRows(), clock), clock);
    }

    private Claim of(long points) {
        return claim(guest, points);
    }

    private Claim another(long points) {
        return claim("somebody else than " + guest, points);
    }

    private Claim claim(String whose, long points) {
        return new Claim(
                Act.REDEMPTIONS,
                points,
                List.of(new Bound(Scope.MEMBER, whose, fiveTimesOrAThousand)),
                Signal.of(SignalKind.VELOCITY, hotel, About.client("till"), Map.of()));
    }
}
