package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.feeds.domain.FeedName;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ATenantFillsNoDiskTest {

    private static final int BYTES_PER_DAY = 1_000;

    private final FeedStage stage = FeedStage.open("quota" + System.nanoTime());
    private final Caller finance =
            new Caller("f", "Finance", Optional.of(stage.tenant.id()), Set.of(Role.FINANCE), Locale.ENGLISH);

    @Test
    void a_file_that_goes_beyond_the_day_is_refused_and_nothing_of_it_stays() throws IOException {
        FeedIntake intake = intake(100);
        receive(intake, "first.csv", BYTES_PER_DAY - 100);

        refused(RefusalCode.FEED_QUOTA_USED, () -> receive(intake, "second.csv", 101));
        assertThat(stage.names(stage.folders.work())).singleElement().asString().endsWith("first.csv");

        receive(intake, "fits.csv", 100);
        refused(RefusalCode.FEED_QUOTA_USED, () -> receive(intake, "third.csv", 1));
    }

    @Test
    void one_more_than_may_wait_is_refused_until_one_was_worked_off() throws IOException {
        FeedIntake intake = intake(2);
        receive(intake, "one.csv", 10);
        receive(intake, "two.csv", 10);
        refused(RefusalCode.FEED_TOO_MANY_WAITING, () -> receive(intake, "three.csv", 10));

        stage.worker("one").workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);

        receive(intake, "three.csv", 10);
    }

    @Test
    void what_lies_in_the_inbox_is_taken_all_the_same() throws IOException {
        FeedIntake intake = intake(1);
        receive(intake, "one.csv", BYTES_PER_DAY);

        assertThat(intake.found(stage.tenant, "dropped.csv", "key", new ByteArrayInputStream(new byte[10])))
                .isPresent();
    }

    private void receive(FeedIntake intake, String name, int bytes) throws IOException {
        byte[] content = "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
        intake.received(stage.tenant, new FeedName(name), finance, new ByteArrayInputStream(content));
    }

    private FeedIntake intake(int mostWaiting) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kontor.feeds.dir", stage.root.toString());
        settings.put("kontor.feeds.most-waiting", "" + mostWaiting);
        settings.put("kontor.feeds.most-bytes-per-day", "" + BYTES_PER_DAY);
        return new FeedIntake(
                new FeedSettings(name -> Optional.ofNullable(settings.get(name))),
                stage.transactions,
                (unit, caller, action, subject, details) -> {},
                FeedStage.bringers(stage.transactions),
                FeedStage.CLOCK);
    }

    private static void refused(RefusalCode code, ThrowingCall call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private interface ThrowingCall {
        void run() throws IOException;
    }
}
