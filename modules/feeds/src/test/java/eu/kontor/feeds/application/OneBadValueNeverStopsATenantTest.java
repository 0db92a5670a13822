package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.Feeds.State;
import eu.kontor.kernel.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class OneBadValueNeverStopsATenantTest {

    private final FeedStage stage = FeedStage.open("badvalue" + System.nanoTime());

    @Test
    void a_wrong_date_under_a_pattern_with_a_time_costs_its_own_line_only() throws Exception {
        stage.configure(
                """
                [{"name": "till", "layout": "purchases", "datePattern": "dd.MM.uuuu HH:mm"}]""");

        FeedReceipt receipt = stage.process(
                "till.csv",
                String.join(
                        "\n",
                        FeedStage.HEADER,
                        FeedStage.card(1) + ",main,1.00,EUR,03.10.2026 18:30,T1",
                        FeedStage.card(1) + ",main,1.00,EUR,03.10.2026,T2",
                        FeedStage.card(1) + ",main,1.00,EUR,04.10.2026 09:05,T3"));

        assertThat(receipt.state()).isEqualTo(State.DONE);
        assertThat(receipt.linesPosted()).isEqualTo(2);
        assertThat(stage.rejects(receipt).getLast()).contains("is not a date such as 31.12.2026 18:30");
    }

    @Test
    void a_value_with_a_character_that_texts_do_not_have_costs_its_own_line_only() throws Exception {
        stage.configure(
                """
                [{"name": "till", "layout": "purchases", "columns": {"reference": "Bon"}}]""");

        FeedReceipt receipt = stage.process(
                "till.csv",
                String.join(
                        "\n",
                        FeedStage.HEADER.replace("reference", "Bon") + ",note",
                        FeedStage.card(1) + ",main,1.00,EUR,2026-10-03,T1,\u202enobody reads this",
                        FeedStage.card(1) + ",main,1.00,EUR,2026-10-03,T\u202e2,",
                        FeedStage.card(1) + ",main,1.00,EUR,2026-10-03,T3\u0001,",
                        FeedStage.card(1) + ",main,1.00,EUR,2026-10-03,T4,"));

        assertThat(receipt.state()).isEqualTo(State.DONE);
        assertThat(receipt.linesPosted()).isEqualTo(2);
        assertThat(stage.rejects(receipt).getLast()).contains("The field Bon has the character U+0001 at position 3");
    }

    @Test
    void a_file_that_fails_again_and_again_ends_with_its_reason_and_the_next_goes_on() throws Exception {
        long poisoned = stage.drop("poison.csv", FeedStage.lines(0, 3).getBytes(StandardCharsets.UTF_8));
        long next = stage.drop("next.csv", FeedStage.lines(10, 2).getBytes(StandardCharsets.UTF_8));
        FeedWorker failing = stage.worker((by, tenant, lines, corrections) -> {
            throw new IllegalStateException("a line that no one thought of");
        });

        for (int i = 0; i < FeedWorker.MAX_TRIES; i++) {
            failing.workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);
            assertThat(stage.receipt(poisoned).state()).isEqualTo(State.RUNNING);
            stage.letPausesEnd();
        }
        stage.worker("one").workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);

        FeedReceipt failed = stage.receipt(poisoned);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.linesPosted()).isZero();
        assertThat(failed.refusal().orElseThrow())
                .contains("8 tries", "internal-fault", "nothing is posted twice")
                .doesNotContain("Exception");
        assertThat(stage.names(stage.folders.refused()))
                .contains(poisoned + "-poison.csv", poisoned + "-poison.csv.receipt.json");
        assertThat(Files.readString(stage.folders.refused().resolve(poisoned + "-poison.csv.receipt.json")))
                .contains("\"state\" : \"failed\"");
        assertThat(stage.receipt(next).linesPosted()).isEqualTo(2);
    }

    @Test
    void a_mapping_that_changed_while_its_file_was_read_fails_it_and_says_what_is_missing() throws Exception {
        stage.configure(shop("Karte"));
        String text = FeedStage.lines(0, 3).replace("card", "Karte");
        long id = stage.drop("shop-1.csv", text.getBytes(StandardCharsets.UTF_8));
        stage.worker((by, tenant, lines, corrections) -> {
                    throw new IllegalStateException("the server stops");
                })
                .workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);
        stage.configure(shop("Kunde"));
        stage.letPausesEnd();

        stage.worker("one").workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);

        assertThat(stage.file(id).refusal().orElseThrow().code())
                .isEqualTo(RefusalCode.FEED_HEADER_LACKS_COLUMN.name());
        assertThat(stage.receipt(id).state()).isEqualTo(State.FAILED);
    }

    private static String shop(String card) {
        return "[{\"name\": \"shop\", \"layout\": \"purchases\", \"files\": \"shop-*\", \"columns\": {\"card\": \""
                + card + "\"}}]";
    }
}
