package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.FeedPosting.LineReceipt;
import eu.kontor.feeds.api.FeedTrials.Outcome;
import eu.kontor.feeds.api.FeedTrials.Question;
import eu.kontor.feeds.api.FeedTrials.Sketch;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AFileIsTriedWithoutPostingTest {

    private static final String SQUARE =
            """
            Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Location,Customer Reference ID
            2026-10-03,09:05:11,Lisbon,Drinks,Latte,1,Regular,,"$4.00","$0.00","$4.00","$0.52",kPx1,Payment,Main outlet,CARD
            2026-10-03,09:05:11,Lisbon,Drinks,Latte,1,Regular,,"$4.00","$0.00","$4.00","$0.52",kPx1,Payment,Main outlet,CARD
            2026-10-03,10:15:00,Lisbon,Bakery,Bread,2,Regular,,"$6.40","($1.00)","$5.40","$0.00",kPx2,Payment,Main outlet,
            """;

    private static final String KASSE =
            """
            Café Mitte;;;;;;
            Zeitraum;Oktober 2026;;;;;
            Belegnr.;Datum;Uhrzeit;Artikel;Menge;Betrag;Kundenkarte
            1;03.10.2026;09:05;Brötchen;3;1.234,50 €;CARD
            1;03.10.2026;09:05;Kaffee;1;2,60 €;CARD
            2;31.10.2026;24:00;Kaffee;-1;-2,60 €;
            """;

    private final FeedStage stage = FeedStage.open("trial" + System.nanoTime());
    private final Caller admin =
            new Caller("ana", "Ana", Optional.of(stage.tenant.id()), Set.of(Role.ADMIN), Locale.ENGLISH);
    private final TrialRun trials = new TrialRun(
            stage.tenants(),
            stage.transactions,
            new PostingDoors(new PostingBook(stage.transactions), FeedStage.bringers(stage.transactions)));
    private final String card = FeedStage.card(41);

    @AfterEach
    void nothing_was_posted() throws SQLException {
        assertThat(stage.booked().purchases()).isZero();
    }

    @Test
    void what_would_post_earn_and_be_refused_is_said_line_by_line() throws IOException {
        Trial trial = tried(
                "day.csv",
                FeedStage.HEADER + "\n" + card + ",main,12.50,EUR,2026-10-03,T1\n" + ",main,1.00,EUR,2026-10-03,T2\n"
                        + card + ",main,12.50,EUR,2027-10-03,T3\n");

        assertThat(trial.layout()).isEqualTo("purchases");
        assertThat(trial.linesPosted()).isEqualTo(1);
        assertThat(trial.points().value()).isEqualTo(12);
        assertThat(trial.skipped()).isEqualTo(Map.of("no-card", 1L));
        assertThat(trial.shown())
                .satisfiesExactly(
                        first -> assertThat(first.points().value()).isEqualTo(12),
                        second -> assertThat(second.reason()).isEqualTo("no-card"),
                        third -> assertThat(third)
                                .satisfies(line -> assertThat(line.outcome()).isEqualTo(Outcome.REFUSED))
                                .satisfies(line -> assertThat(line.reason()).contains("future")));
    }

    @Test
    void a_line_that_would_correct_what_was_posted_says_so_and_so_does_one_that_would_wait() throws IOException {
        String text = FeedStage.HEADER + "\n" + card + ",main,12.50,EUR,2026-10-03,T1\n";
        LineReceipt corrected = new LineReceipt(PostingBook.STANDING, Points.of(12), Points.of(12), false, true);

        Trial posting = answering(new LineOutcome(Optional.of(corrected), Optional.empty()))
                .tryFile(admin, "day.csv", bytes(text));
        Trial holding = answering(
                        new LineOutcome(Optional.empty(), Optional.empty(), Optional.of(PostingBook.STANDING)))
                .tryFile(admin, "day.csv", bytes(text));

        assertThat(posting.shown()).singleElement().satisfies(line -> assertThat(line.outcome())
                .isEqualTo(Outcome.CORRECTED));
        assertThat(posting.linesCorrected()).isEqualTo(1);
        assertThat(posting.linesPosted()).as("corrected ones among them").isEqualTo(1);
        assertThat(holding.shown()).singleElement().satisfies(line -> assertThat(line.outcome())
                .isEqualTo(Outcome.HELD));
        assertThat(holding.linesHeld()).isEqualTo(1);
        assertThat(holding.linesPosted()).isZero();
    }

    /** A ledger that has one answer for every line. */
    private TrialRun answering(LineOutcome outcome) {
        FeedPosting posting = (by, tenant, lines, corrections) -> new FeedPosting.Prepared() {
            @Override
            public Set<MemberId> members() {
                return Set.of();
            }

            @Override
            public List<LineOutcome> post(FeedPosting.Checkpoint checkpoint, FeedPosting.Turn turn) {
                List<LineOutcome> outcomes = lines.stream().map(line -> outcome).toList();
                return stage.transactions.asPoster(unit -> {
                    checkpoint.write(unit, outcomes);
                    return outcomes;
                });
            }
        };
        return new TrialRun(
                stage.tenants(), stage.transactions, new PostingDoors(posting, FeedStage.bringers(stage.transactions)));
    }

    @Test
    void an_export_of_square_is_recognised_and_the_sketch_reads_it() throws IOException {
        Sketch sketch =
                tried("items-2026-10-03-2026-10-03.csv", SQUARE).sketch().orElseThrow();

        assertThat(sketch.layout()).isEqualTo("item-lines");
        assertThat(sketch.missing()).isEmpty();
        assertThat(sketch.columns())
                .containsEntry("ticket", "Transaction ID")
                .containsEntry("amount", "Net Sales")
                .containsEntry("quantity", "Qty")
                .containsEntry("line_kind", "Event Type")
                .containsEntry("card", "Customer Reference ID")
                .as("what is net is without its discount already")
                .doesNotContainKey("discount");
        assertThat(sketch.yaml()).contains("files: \"items-*.csv\"", "outlet: {\"Main outlet\":\"main\"}");

        Trial trial = trials.tryFile(admin, "items-1.csv", bytes(SQUARE), sketch.mapping());

        assertThat(trial.refusal()).isEmpty();
        assertThat(trial.linesPosted()).isEqualTo(2);
        assertThat(trial.purchases()).isEqualTo(1);
        assertThat(trial.skipped()).isEqualTo(Map.of("no-card", 1L));
    }

    @Test
    void the_total_of_a_shops_order_is_not_taken_for_the_price_of_its_first_item() throws IOException {
        Sketch sketch = tried(
                        "orders.csv",
                        """
                        Name,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem discount,Note,Location
                        #1001,paid,21.00,2026-10-03,2,Mug,8.00,1.00,CARD,main
                        #1001,,,2026-10-03,1,Tea,6.00,0.00,CARD,main
                        """)
                .sketch()
                .orElseThrow();

        assertThat(sketch.layout()).isEqualTo("item-lines");
        assertThat(sketch.columns())
                .containsEntry("unit_price", "Lineitem price")
                .containsEntry("quantity", "Lineitem quantity")
                .containsEntry("discount", "Lineitem discount")
                .doesNotContainKey("amount");
    }

    @Test
    void an_export_of_a_german_till_is_recognised_and_the_sketch_reads_it() throws IOException {
        byte[] content = KASSE.replace("CARD", card).getBytes(Charset.forName("windows-1252"));
        Sketch sketch = trials.tryFile(admin, "kasse-2026-10.csv", new ByteArrayInputStream(content))
                .sketch()
                .orElseThrow();

        assertThat(sketch.layout()).isEqualTo("item-lines");
        assertThat(sketch.missing()).isEmpty();
        assertThat(sketch.yaml())
                .contains("encoding: \"windows-1252\"", "decimalMark: \",\"", "datePattern: \"dd.MM.uuuu\"");

        Trial trial = trials.tryFile(admin, "kasse-2026-10.csv", new ByteArrayInputStream(content), sketch.mapping());

        assertThat(trial.linesPosted()).isEqualTo(2);
        assertThat(trial.points().value()).isEqualTo(1_237);
        assertThat(trial.skipped()).isEqualTo(Map.of("no-card", 1L));
    }

    @Test
    void what_only_a_person_knows_is_asked() throws IOException {
        Sketch sketch = tried(
                        "odd.csv",
                        "Receipt Number;Order Date;Type;Store;Total;Member Card\n7;03/10/2026;Gratis;Roof;4.00;77\n"
                                + "8;04/10/2026;Sale;main;4.00;78\n")
                .sketch()
                .orElseThrow();

        assertThat(sketch.questions())
                .contains(
                        new Question("day-or-month", "Order Date", "MM/dd/uuuu"),
                        new Question("word-unknown", "Type", "Gratis"),
                        new Question("no-card-seen", "Member Card", "77"));
    }

    @Test
    void a_mapping_that_is_none_is_refused() {
        assertThatThrownBy(() -> trials.tryFile(admin, "day.csv", bytes("a,b\n1,2\n"), "{\"layout\": \"purchases\", "))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> trials.tryFile(
                        admin,
                        "day.csv",
                        bytes("a,b\n1,2\n"),
                        "{\"name\": \"x\", \"layout\": \"purchases\", \"datePattern\": \"dd.MM.yyyy\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dd.MM.uuuu");
    }

    private Trial tried(String name, String content) throws IOException {
        return trials.tryFile(admin, name, bytes(content));
    }

    private ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.replace("CARD", card).getBytes(StandardCharsets.UTF_8));
    }
}
