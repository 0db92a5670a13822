package eu.kontor.feeds.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AFileIsExpectedTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private final DuePlan plan = new DuePlan(expected("daily by 06:00"), LISBON);

    @BeforeEach
    void sinceTheSecondOfNovember() {
        plan.knows(at("2026-11-02T06:00"), false);
    }

    @Test
    void daily_on_weekdays_or_on_days_on_the_clocks_of_the_tenant() {
        ZonedDateTime saturday = ZonedDateTime.parse("2026-11-14T12:00+00:00[Europe/Lisbon]");

        assertThat(expected("Daily by 06:00").lastDue(saturday)).isEqualTo("2026-11-14T06:00+00:00[Europe/Lisbon]");
        assertThat(expected("daily by 23:30").lastDue(saturday)).isEqualTo("2026-11-13T23:30+00:00[Europe/Lisbon]");
        assertThat(expected("weekdays by 06:00").lastDue(saturday)).isEqualTo("2026-11-13T06:00+00:00[Europe/Lisbon]");
        assertThat(expected("monday, thursday  by 06:00").nextDue(saturday))
                .isEqualTo("2026-11-16T06:00+00:00[Europe/Lisbon]");
        assertThat(ExpectedFile.parse("daily by 6:00")).isEmpty();
        assertThat(ExpectedFile.parse("daily by 26:00")).isEmpty();
        assertThat(ExpectedFile.parse("monday, someday by 06:00")).isEmpty();
    }

    @Test
    void a_file_counts_for_the_time_that_is_nearest() {
        plan.arrived(1, at("2026-11-03T05:10"));
        plan.arrived(2, at("2026-11-04T06:20"));

        assertThat(plan.came())
                .containsExactly(
                        new DuePlan.Came(at("2026-11-03T06:00"), 1, false),
                        new DuePlan.Came(at("2026-11-04T06:00"), 2, true));
        assertThat(plan.newlyMissing(at("2026-11-04T09:00"))).isEmpty();
    }

    @Test
    void what_did_not_come_is_missing_once_also_after_the_server_stood_still() {
        assertThat(plan.newlyMissing(at("2026-11-03T05:59"))).isEmpty();
        assertThat(plan.newlyMissing(at("2026-11-05T07:00")))
                .containsExactly(at("2026-11-03T06:00"), at("2026-11-04T06:00"), at("2026-11-05T06:00"));
        plan.knows(at("2026-11-04T06:00"), false);
        assertThat(plan.newlyMissing(at("2026-11-05T07:00")))
                .as("also behind one that came")
                .containsExactly(at("2026-11-03T06:00"), at("2026-11-05T06:00"));
    }

    @Test
    void a_second_file_of_a_day_is_one_that_was_awaited_longer_or_nothing_but_never_tomorrows() {
        plan.knows(at("2026-11-03T06:00"), true);
        plan.arrived(1, at("2026-11-04T05:00"));
        plan.arrived(2, at("2026-11-04T05:01"));
        plan.arrived(3, at("2026-11-04T05:02"));

        assertThat(plan.came())
                .containsExactly(
                        new DuePlan.Came(at("2026-11-04T06:00"), 1, false),
                        new DuePlan.Came(at("2026-11-03T06:00"), 2, true));
        assertThat(plan.newlyMissing(at("2026-11-05T07:00"))).containsExactly(at("2026-11-05T06:00"));
    }

    @Test
    void a_file_that_came_before_another_was_due_is_not_that_one() {
        plan.knows(at("2026-11-03T06:00"), false);
        plan.knows(at("2026-11-04T06:00"), true);
        plan.arrived(1, at("2026-11-03T07:00"));

        assertThat(plan.came()).isEmpty();
    }

    @Test
    void one_that_is_awaited_still_comes_at_any_hour_and_the_next_one_not_before_the_last_quarter() {
        plan.knows(at("2026-11-03T06:00"), true);
        plan.arrived(1, at("2026-11-03T19:00"));
        plan.arrived(2, at("2026-11-03T23:00"));
        plan.arrived(3, at("2026-11-05T23:59"));
        plan.arrived(4, at("2026-11-07T01:00"));

        assertThat(plan.came())
                .containsExactly(
                        new DuePlan.Came(at("2026-11-03T06:00"), 1, true),
                        new DuePlan.Came(at("2026-11-04T06:00"), 2, false),
                        new DuePlan.Came(at("2026-11-05T06:00"), 3, true),
                        new DuePlan.Came(at("2026-11-07T06:00"), 4, false));
    }

    private static ExpectedFile expected(String text) {
        return ExpectedFile.parse(text).orElseThrow();
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(LISBON).toInstant();
    }
}
