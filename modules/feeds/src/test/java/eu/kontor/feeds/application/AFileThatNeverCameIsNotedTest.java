package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.feeds.api.AwaitedFiles.AwaitedFile;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Role;
import eu.kontor.tenancy.api.Audit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AFileThatNeverCameIsNotedTest {

    private static final String EXPECTED =
            "[{\"name\": \"bar\", \"layout\": \"purchases\", \"files\": \"bar-*.csv\", \"expected\": \"daily by 06:00\"}]";

    private final FeedStage stage = FeedStage.open("due" + System.nanoTime());
    private final Caller admin =
            new Caller("ana", "Ana", Optional.of(stage.tenant.id()), Set.of(Role.ADMIN), Locale.ENGLISH);
    private final List<String> trail = new ArrayList<>();

    @BeforeEach
    void expectedSinceTheEleventh() {
        stage.configure(EXPECTED);
        watch("2026-11-11T10:00:00Z").look(stage.tenant);
    }

    @Test
    void and_told_once_until_it_comes() throws SQLException {
        FileWatch morning = watch("2026-11-12T07:00:00Z");
        morning.look(stage.tenant);

        AwaitedFile missing = new AwaitedFile("bar", "bar-*.csv", Instant.parse("2026-11-12T06:00:00Z"));
        assertThat(morning.missing(admin)).containsExactly(missing);
        assertThat(morning.untold(stage.tenant.id())).containsExactly(missing);
        morning.told(stage.tenant.id(), List.of(missing));
        assertThat(morning.untold(stage.tenant.id())).isEmpty();

        received("bar-1.csv", "2026-11-12T08:30:00Z");
        FileWatch later = watch("2026-11-12T09:00:00Z");
        later.look(stage.tenant);

        assertThat(later.missing(admin)).isEmpty();
    }

    @Test
    void but_not_one_that_came_in_time_and_a_file_of_another_name_is_not_it() throws SQLException {
        received("bar-1.csv", "2026-11-12T04:00:00Z");
        received("shop-1.csv", "2026-11-13T04:00:00Z");
        FileWatch watch = watch("2026-11-13T07:00:00Z");

        watch.look(stage.tenant);
        watch.look(stage.tenant);

        assertThat(watch.missing(admin))
                .extracting(AwaitedFile::due)
                .containsExactly(Instant.parse("2026-11-13T06:00:00Z"));
    }

    @Test
    void what_need_not_come_any_more_is_set_aside_with_a_trace() {
        FileWatch watch = watch("2026-11-12T07:00:00Z");
        watch.look(stage.tenant);

        watch.setAside(admin, "bar", Instant.parse("2026-11-12T06:00:00Z"));
        watch.setAside(admin, "bar", Instant.parse("2026-11-12T06:00:00Z"));
        watch.look(stage.tenant);

        assertThat(watch.missing(admin)).isEmpty();
        assertThat(trail).containsExactly("set-aside-expected-file bar");
    }

    @Test
    void what_is_missing_for_days_is_no_news() {
        watch("2026-11-12T07:00:00Z").look(stage.tenant);

        assertThat(watch("2026-11-16T07:00:00Z").untold(stage.tenant.id())).isEmpty();
    }

    @Test
    void nothing_of_before_its_times_were_changed_or_it_was_taken_out_and_put_back() throws SQLException {
        apply("2026-11-11T12:00:00Z", EXPECTED.replace("daily", "monday"));
        watch("2026-11-16T07:00:00Z").look(stage.tenant);
        apply("2026-11-16T12:00:00Z", EXPECTED);
        watch("2026-11-17T05:00:00Z").look(stage.tenant);
        apply("2026-11-17T05:30:00Z", "[]");
        apply("2026-11-20T12:00:00Z", EXPECTED);
        FileWatch watch = watch("2026-11-20T12:01:00Z");
        watch.look(stage.tenant);

        AwaitedFile monday = new AwaitedFile("bar", "bar-*.csv", Instant.parse("2026-11-16T06:00:00Z"));
        assertThat(watch.missing(admin)).containsExactly(monday);

        apply("2026-11-20T12:02:00Z", EXPECTED);
        watch("2026-11-21T07:00:00Z").look(stage.tenant);
        assertThat(watch.missing(admin))
                .as("what is applied again without a change begins nothing anew")
                .extracting(AwaitedFile::due)
                .containsExactly(monday.due(), Instant.parse("2026-11-21T06:00:00Z"));

        received("bar-1.csv", "2026-11-21T07:30:00Z");
        received("bar-2.csv", "2026-11-21T07:31:00Z");
        watch("2026-11-21T08:00:00Z").look(stage.tenant);
        assertThat(watch.missing(admin)).as("what was missing may come still").isEmpty();
    }

    @Test
    void nothing_that_was_due_while_the_brand_was_suspended() {
        watch("2026-11-12T07:00:00Z").look(stage.tenant);
        watch("2026-11-12T10:00:00Z").standStill(stage.tenant);
        watch("2026-11-15T06:01:00Z").standStill(stage.tenant);
        FileWatch watch = watch("2026-11-16T05:00:00Z");
        watch.look(stage.tenant);

        assertThat(watch.missing(admin))
                .extracting(AwaitedFile::due)
                .containsExactly(Instant.parse("2026-11-12T06:00:00Z"));
    }

    private void apply(String now, String section) {
        FeedsSection feeds = new FeedsSection(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
        stage.transactions.asTenant(stage.tenant.id(), unit -> {
            feeds.apply(stage.tenant, json(section), unit);
            return null;
        });
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private FileWatch watch(String now) {
        Audit audit = (unit, caller, action, subject, details) -> trail.add(action + ' ' + subject);
        return new FileWatch(
                stage.tenants(), stage.transactions, audit, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private void received(String name, String at) throws SQLException {
        long id = stage.drop(name, new byte[] {'x'});
        try (Connection superuser = stage.database.superuser();
                PreparedStatement update = superuser.prepareStatement(
                        "update coalition.feed_file set received_at = ?::timestamptz where feed_id = ?")) {
            update.setString(1, at);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }
}
