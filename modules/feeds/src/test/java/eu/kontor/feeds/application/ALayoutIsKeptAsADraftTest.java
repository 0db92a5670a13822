package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.feeds.api.FeedDrafts.Draft;
import eu.kontor.feeds.api.FeedTrials.Choice;
import eu.kontor.feeds.api.FeedTrials.Clocks;
import eu.kontor.feeds.api.FeedTrials.LeftOut;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ALayoutIsKeptAsADraftTest {

    private final FeedStage stage = FeedStage.open("drafts" + System.nanoTime());
    private final FeedStage other = FeedStage.open("nodrafts" + System.nanoTime());
    private final Caller finance = caller(stage);
    private final DraftDesk drafts =
            new DraftDesk(stage.transactions, (unit, caller, action, subject, details) -> {}, FeedStage.CLOCK);
    private final TrialRun trials = new TrialRun(
            stage.tenants(),
            stage.transactions,
            new PostingDoors(new PostingBook(stage.transactions), FeedStage.bringers(stage.transactions)));

    @Test
    void until_it_is_replaced_or_discarded_and_nobody_else_sees_it() {
        drafts.save(finance, mapping("kasse", "Karte"));
        drafts.save(finance, mapping("kasse", "Kundenkarte"));

        assertThat(drafts.list(finance)).extracting(Draft::name).containsExactly("kasse");
        assertThat(drafts.list(finance).getFirst().yaml())
                .isEqualTo("- name: \"kasse\"\n  layout: \"purchases\"\n  columns:\n    card: \"Kundenkarte\"\n");
        assertThat(drafts.list(finance).getFirst().savedBy()).isEqualTo("Ana");
        assertThat(drafts.list(caller(other))).isEmpty();

        drafts.discard(finance, "kasse");
        assertThat(drafts.list(finance)).isEmpty();
    }

    @Test
    void of_which_there_are_not_too_many() {
        for (char name = 'a'; name < 'a' + DraftDesk.MOST_DRAFTS; name++) {
            drafts.save(finance, mapping("kasse-" + name, "Karte"));
        }

        assertThatThrownBy(() -> drafts.save(finance, mapping("one-more", "Karte")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.FEED_DRAFTS_TOO_MANY));
    }

    @Test
    void completed_with_what_a_person_chose_and_answered() throws IOException {
        String card = FeedStage.card(61);
        String sample = "Bon;Tag;Ware;Preis;Art;Wer\n7;3.10.2026;Tee;2,60;Verkauf;" + card
                + "\n8;4.10.2026;Tee;2,60;Rückgabe;" + card + "\n";
        Sketch sketch = tried(sample).sketch().orElseThrow();
        assertThat(sketch.columns()).containsEntry("card", "Wer");
        Choice choice = new Choice(
                "item-lines",
                each(Map.of(
                        "card",
                        "Wer",
                        "date",
                        "Tag",
                        "item",
                        "Ware",
                        "amount",
                        "Preis",
                        "ticket",
                        "Bon",
                        "line_kind",
                        "Art")),
                Map.of("outlet", "main", "currency", "EUR"),
                "d.M.uuuu",
                new Clocks("", "Europe/Lisbon"),
                ",",
                Map.of("line_kind", Map.of("Verkauf", "sale", "Rückgabe", "return")),
                Map.of(),
                List.of(),
                List.of());

        Trial trial = trials.tryFile(finance, "bons-1.csv", bytes(sample), trials.completed(sketch, choice));

        assertThat(trial.refusal()).isEmpty();
        assertThat(trial.linesPosted()).isEqualTo(2);
        assertThat(trial.points().value()).isEqualTo(2);
        drafts.save(finance, trials.completed(sketch, choice));
        assertThat(drafts.list(finance).getFirst().yaml())
                .contains("decimalMark: \",\"", "Rückgabe")
                .doesNotContain("zone", "skip", "totals");
    }

    @Test
    void with_a_number_made_of_several_columns_lines_left_out_and_the_file_s_own_clock() throws IOException {
        String card = FeedStage.card(62);
        String sample = "Bon;Kasse;Zeit;Preis;Test;Wer\n" + "7;1;2026-10-03 23:30;2,60;;" + card + "\n"
                + "7;2;2026-10-03 23:30;5,00;;" + card + "\n" + "8;2;2026-10-03 23:30;9,00;JA;" + card + "\n"
                + "Summe;;;7,60;;\n";
        Sketch sketch = tried(sample).sketch().orElseThrow();
        Choice choice = new Choice(
                "item-lines",
                Map.of(
                        "card", List.of("Wer"),
                        "date", List.of("Zeit"),
                        "amount", List.of("Preis"),
                        "ticket", List.of("Kasse", "Bon")),
                Map.of("outlet", "main", "currency", "EUR"),
                "uuuu-MM-dd HH:mm",
                new Clocks("UTC", "Europe/Lisbon"),
                ",",
                Map.of(),
                Map.of(),
                List.of(new LeftOut("Test", List.of("ja", "yes"), false)),
                List.of("Summe"));

        String mapping = trials.completed(sketch, choice);
        Trial trial = trials.tryFile(finance, "bons-1.csv", bytes(sample), mapping);

        assertThat(trial.refusal()).isEmpty();
        assertThat(trial.purchases()).as("two registers count from one").isEqualTo(2);
        assertThat(trial.points()).isEqualTo(Points.of(7));
        assertThat(trial.skipped()).isEqualTo(Map.of("filtered", 1L, "totals", 1L));
        drafts.save(finance, mapping);
        String yaml = drafts.list(finance).getFirst().yaml();
        assertThat(yaml)
                .contains(
                        "ticket: [\"Kasse\",\"Bon\"]",
                        "fileZone: \"UTC\"",
                        "zone: \"Europe/Lisbon\"",
                        "skip: [{\"column\":\"Test\",\"is\":[\"ja\",\"yes\"]}]",
                        "totals: [\"Summe\"]");
    }

    private static Map<String, List<String>> each(Map<String, String> columns) {
        return columns.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, column -> List.of(column.getValue())));
    }

    private Trial tried(String sample) throws IOException {
        return trials.tryFile(finance, "bons-1.csv", bytes(sample));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Caller caller(FeedStage of) {
        return new Caller("ana", "Ana", Optional.of(of.tenant.id()), Set.of(Role.FINANCE), Locale.ENGLISH);
    }

    private static String mapping(String name, String card) {
        return "{\"name\": \"" + name + "\", \"layout\": \"purchases\", \"columns\": {\"card\": \"" + card + "\"}}";
    }
}
