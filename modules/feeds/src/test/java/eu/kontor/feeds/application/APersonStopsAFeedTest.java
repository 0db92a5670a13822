package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.BackgroundThreads;
import eu.kontor.tenancy.application.LeaseKeeper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class APersonStopsAFeedTest {

    private static final String WESTERN =
            """
            [{"name": "kasse", "layout": "purchases", "encoding": "windows-1252",
              "columns": {"card": "Karte", "amount": "Betrag", "business_date": "Datum", "reference": "Beleg"},
              "constants": {"currency": "EUR", "outlet": "elsewhere"}}]""";

    private final FeedStage stage = FeedStage.open("person" + System.nanoTime());
    private final ImportDesk desk = new ImportDesk(
            stage.tenants(),
            stage.transactions,
            (unit, caller, action, subject, details) -> {},
            stage.intake,
            new FeedEngine(
                    stage.settings("one"),
                    stage.tenants(),
                    stage.intake,
                    stage.worker("one"),
                    new Routes(Thread.ofPlatform().factory()),
                    LeaseKeeper.of(stage.transactions, Thread.ofVirtual().factory(), Duration.ofSeconds(2)),
                    new BackgroundThreads()));
    private final Caller finance = as(Role.FINANCE);

    @Test
    void it_ends_after_the_batch_under_way_and_goes_on_from_there() throws IOException {
        long id = desk.receive(finance, "monday.csv", content(FeedStage.lines(0, 5_000)))
                .id();

        stage.worker("one", () -> desk.stop(finance, id)).workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);
        FeedReceipt stopped = desk.get(finance, id);
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.linesPosted()).isEqualTo(2_000);

        desk.resume(finance, id);
        workOff();
        assertThat(desk.get(finance, id).state()).isEqualTo(State.DONE);
        assertThat(desk.get(finance, id).linesPosted()).isEqualTo(5_000);
        assertThat(desk.get(finance, id).linesKnown()).isZero();
        assertRefused(RefusalCode.FEED_FINISHED, () -> desk.stop(finance, id));
    }

    @Test
    void rejects_can_be_read_and_lists_go_back_in_time() throws IOException {
        for (int i = 0; i < 3; i++) {
            desk.receive(
                    finance,
                    "day-" + i + ".csv",
                    content(FeedStage.lines(10_000 + i, 1).replace("main", "bar")));
        }
        workOff();

        Page<FeedReceipt> first = desk.list(finance, Optional.empty(), 2);
        Page<FeedReceipt> second = desk.list(finance, first.next(), 2);

        assertThat(first.rows()).extracting(FeedReceipt::fileName).containsExactly("day-2.csv", "day-1.csv");
        assertThat(second.rows()).extracting(FeedReceipt::fileName).containsExactly("day-0.csv");
        assertThat(second.next()).isEmpty();
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        desk.writeRejects(finance, first.rows().getFirst().id(), rejects);
        assertThat(rejects.toString(StandardCharsets.UTF_8)).contains(",2,outlet-unknown,");
    }

    @Test
    void rejects_come_in_the_encoding_of_the_file_whatever_the_mapping_says_later() throws IOException {
        stage.configure(WESTERN);
        Charset western = Charset.forName("windows-1252");
        String refused = "K1;2026-10-30;" + FeedStage.card(3) + ";12.50;für Gäste";
        long id = desk.receive(
                        finance,
                        "kasse.csv",
                        new ByteArrayInputStream(
                                ("Beleg;Datum;Karte;Betrag;Bemerkung\n" + refused + "\n").getBytes(western)))
                .id();
        assertThat(desk.rejectsEncoding(finance, id))
                .as("before it was looked at")
                .isEqualTo(StandardCharsets.UTF_8);
        workOff();
        stage.configure(WESTERN.replace("windows-1252", "UTF-8"));

        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        desk.writeRejects(finance, id, rejects);
        assertThat(desk.rejectsEncoding(finance, id)).isEqualTo(western);
        assertThat(rejects.toString(desk.rejectsEncoding(finance, id))).contains(refused);
    }

    @Test
    void others_are_refused() {
        assertRefused(RefusalCode.NOT_PERMITTED, () -> desk.list(as(Role.FRONT_DESK), Optional.empty(), 10));
        assertRefused(RefusalCode.NOT_PERMITTED, () -> desk.list(Caller.system("night"), Optional.empty(), 10));
        assertRefused(RefusalCode.FEED_UNKNOWN, () -> desk.get(finance, Long.MAX_VALUE));
        assertRefused(RefusalCode.CURSOR_INVALID, () -> desk.list(finance, Optional.of("x"), 10));
        assertRefused(RefusalCode.FEED_NAME_INVALID, () -> uncheckedReceive("../../etc/passwd"));
    }

    private void uncheckedReceive(String name) {
        try {
            desk.receive(finance, name, content("x"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void workOff() {
        stage.worker("one").workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);
    }

    private static void assertRefused(RefusalCode code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private Caller as(Role role) {
        return new Caller("f", "Finance", Optional.of(stage.tenant.id()), Set.of(role), Locale.ENGLISH);
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
