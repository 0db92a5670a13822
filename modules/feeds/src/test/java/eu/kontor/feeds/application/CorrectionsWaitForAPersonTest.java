package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.FeedPosting.LineReceipt;
import eu.kontor.checkout.api.StandingTickets;
import eu.kontor.checkout.api.StandingTickets.StandingTicket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.feeds.api.FeedTrials.Trial;
import eu.kontor.feeds.api.Feeds.FeedReceipt;
import eu.kontor.feeds.api.HeldCorrections;
import eu.kontor.feeds.api.HeldCorrections.Decision;
import eu.kontor.feeds.api.HeldCorrections.HeldCorrection;
import eu.kontor.feeds.api.HeldCorrections.Kind;
import eu.kontor.feeds.api.HeldCorrections.Outcome;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Audit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrectionsWaitForAPersonTest {

    private static final PostingId MOVED = new PostingId(new MemberId(2), 2);

    private final FeedStage stage = FeedStage.open("held" + System.nanoTime());
    private final String card = FeedStage.card(71);
    private final Caller finance = caller(Role.FINANCE);
    private final List<String> trail = new ArrayList<>();
    private final List<TillLine> posted = new ArrayList<>();
    private Optional<Refusal> refusal = Optional.empty();
    private Optional<String> moved = Optional.empty();
    private final HeldCorrections desk = new HeldDesk(
            stage.tenants(),
            stage.transactions,
            trail(),
            new PostingDoors(ledger(), FeedStage.bringers(stage.transactions)),
            standing(),
            FeedStage.CLOCK);

    @BeforeEach
    void aTenantThatWantsToSeeThem() {
        stage.configure("[{\"name\": \"ours\", \"layout\": \"purchases\", \"corrections\": \"hold\"}]");
        file("12.00");
    }

    @Test
    void the_receipt_counts_them_and_the_list_shows_what_stands_and_what_the_line_says() {
        FeedReceipt receipt = file("15.00");

        assertThat(receipt.linesHeld()).isEqualTo(1);
        assertThat(receipt.linesRead()).isEqualTo(1);
        assertThat(receipt.linesPosted() + receipt.linesKnown() + receipt.linesRefused())
                .isZero();
        assertThat(desk.waiting(finance)).isEqualTo(1);
        HeldCorrection held = only();
        assertThat(held.kind()).isEqualTo(Kind.SALE);
        assertThat(held.reference()).isEqualTo("T1");
        assertThat(held.line()).isEqualTo(2);
        assertThat(held.text()).isEqualTo(line("15.00"));
        assertThat(held.feed()).isEqualTo(receipt.id());
        assertThat(held.standing().orElseThrow().amount()).contains(MoneyAmount.of("12.00", "EUR"));
        assertThat(held.says().orElseThrow().amount()).contains(MoneyAmount.of("15.00", "EUR"));
    }

    @Test
    void what_was_moved_to_another_card_meanwhile_stands_there() {
        file("15.00");
        moved = Optional.of(FeedStage.card(72));

        assertThat(only().standing().orElseThrow().card()).isEqualTo(FeedStage.card(72));
    }

    @Test
    void the_same_file_again_does_not_double_them_and_a_later_one_replaces_what_it_said() {
        file("15.00");
        assertThat(file("15.00").linesHeld()).isEqualTo(1);
        assertThat(desk.waiting(finance)).isEqualTo(1);

        assertThat(file("16.00").linesHeld()).isEqualTo(1);
        assertThat(only().says().orElseThrow().amount()).contains(MoneyAmount.of("16.00", "EUR"));

        assertThat(file("15.00").linesKnown()).as("an older file once more").isEqualTo(1);
        assertThat(only().says().orElseThrow().amount()).contains(MoneyAmount.of("16.00", "EUR"));
    }

    @Test
    void one_that_is_posted_is_posted_as_it_was_read_and_leaves_a_trace() {
        file("15.00");
        long id = only().id();

        List<Decision> decisions = desk.post(finance, List.of(id));

        assertThat(decisions).containsExactly(new Decision(id, Outcome.POSTED, Optional.empty()));
        assertThat(posted).singleElement().isInstanceOfSatisfying(TillLine.Sale.class, sale -> {
            assertThat(sale.purchase().amount()).isEqualByComparingTo("15.00");
            assertThat(sale.purchase().card()).isEqualTo(card);
        });
        assertThat(trail).containsExactly("Fin post-held-correction T1");
        assertThat(desk.waiting(finance)).isZero();
        assertThat(desk.post(finance, List.of(id)).getFirst().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(posted).as("not twice").hasSize(1);
    }

    @Test
    void one_that_is_discarded_is_known_from_then_on() {
        file("15.00");

        desk.discard(finance, List.of(only().id()));

        assertThat(posted).isEmpty();
        assertThat(trail).containsExactly("Fin discard-held-correction T1");
        assertThat(file("15.00").linesKnown()).isEqualTo(1);
        assertThat(desk.waiting(finance)).isZero();
    }

    @Test
    void a_trial_says_of_each_what_the_file_would_hear_and_keeps_nothing() throws IOException {
        assertThat(tried("15.00").linesHeld()).isEqualTo(1);
        assertThat(tried("15.00").linesHeld()).isEqualTo(1);
        assertThat(desk.waiting(finance)).isZero();

        file("15.00");
        assertThat(tried("15.00").linesHeld()).as("it waits still").isEqualTo(1);
        assertThat(tried("16.00").linesHeld()).isEqualTo(1);
        assertThat(only().says().orElseThrow().amount()).contains(MoneyAmount.of("15.00", "EUR"));

        desk.discard(finance, List.of(only().id()));
        assertThat(tried("15.00").linesHeld()).isZero();
        assertThat(tried("15.00").linesKnown()).isEqualTo(1);
    }

    private Trial tried(String euros) throws IOException {
        return new TrialRun(
                        stage.tenants(),
                        stage.transactions,
                        new PostingDoors(new PostingBook(stage.transactions), FeedStage.bringers(stage.transactions)))
                .tryFile(
                        finance,
                        "day.csv",
                        new ByteArrayInputStream(
                                (FeedStage.HEADER + "\n" + line(euros) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void one_that_cannot_be_posted_stays_and_keeps_no_other_from_it() {
        file("15.00");
        long id = only().id();
        refusal = Optional.of(new Refusal(RefusalCode.CARD_BLOCKED, "card", card));

        List<Decision> decisions = desk.post(finance, List.of(id, 999_999_999L));

        assertThat(decisions).extracting(Decision::outcome).containsExactly(Outcome.REFUSED, Outcome.REFUSED);
        assertThat(decisions.getFirst().reason().orElseThrow()).contains("blocked");
        assertThat(only().id()).isEqualTo(id);
        assertThat(trail).isEmpty();
        refusal = Optional.empty();
        assertThat(desk.post(finance, List.of(id)).getFirst().outcome()).isEqualTo(Outcome.POSTED);
    }

    @Test
    void a_machine_may_look_and_only_a_person_decides() {
        file("15.00");
        for (Role role : List.of(Role.MACHINE, Role.FEED)) {
            Caller machine = caller(role);
            assertThat(desk.list(machine, Optional.empty(), 10).rows()).hasSize(1);
            assertThatThrownBy(() -> desk.post(machine, List.of(only().id())))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
        }
        for (Role role : List.of(Role.FRONT_DESK, Role.TILL)) {
            assertThatThrownBy(() -> desk.list(caller(role), Optional.empty(), 10))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NOT_PERMITTED));
        }
    }

    @Test
    void whoever_signed_in_long_ago_proves_who_they_are_before_posting_and_discards_without() {
        file("15.00");
        long id = only().id();
        Caller longAgo = new Caller(
                "fin",
                "Fin",
                Optional.of(stage.tenant.id()),
                Set.of(Role.FINANCE),
                Locale.ENGLISH,
                finance.origin(),
                Optional.empty(),
                false);

        assertThatThrownBy(() -> desk.post(longAgo, List.of(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(RefusalCode.SIGN_IN_TOO_OLD));
        assertThat(posted).isEmpty();
        assertThat(desk.discard(longAgo, List.of(id)).getFirst().outcome()).isEqualTo(Outcome.DISCARDED);
    }

    private HeldCorrection only() {
        List<HeldCorrection> rows = desk.list(finance, Optional.empty(), 10).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private FeedReceipt file(String euros) {
        return stage.process("day.csv", FeedStage.HEADER + "\n" + line(euros) + "\n");
    }

    private String line(String euros) {
        return card + ",main," + euros + ",EUR,2026-10-03,T1";
    }

    private Caller caller(Role role) {
        return new Caller("fin", "Fin", Optional.of(stage.tenant.id()), Set.of(role), Locale.ENGLISH);
    }

    private Audit trail() {
        return (unit, caller, action, subject, details) -> trail.add(caller.name() + ' ' + action + ' ' + subject);
    }

    private StandingTickets standing() {
        return new StandingTickets() {
            @Override
            public Map<PostingId, StandingTicket> of(Caller caller, Collection<PostingId> postings) {
                return Map.of(
                        PostingBook.STANDING, posted(card, moved.isEmpty()), MOVED, posted(moved.orElse(card), true));
            }

            @Override
            public Map<TicketWords, PostingId> byWords(Caller caller, Collection<TicketWords> tickets) {
                return moved.isEmpty()
                        ? Map.of()
                        : tickets.stream().collect(Collectors.toMap(ticket -> ticket, ticket -> MOVED));
            }
        };
    }

    private static StandingTicket posted(String card, boolean stands) {
        return new StandingTicket(
                new CardNumber(card), Optional.of(MoneyAmount.of("12.00", "EUR")), Points.of(12), stands);
    }

    /** Corrects what it is told to. */
    private FeedPosting ledger() {
        return (by, tenant, lines, corrections) -> new FeedPosting.Prepared() {
            @Override
            public Set<MemberId> members() {
                return Set.of();
            }

            @Override
            public List<LineOutcome> post(FeedPosting.Checkpoint checkpoint, FeedPosting.Turn turn) {
                LineReceipt receipt = new LineReceipt(PostingBook.STANDING, Points.of(15), Points.of(15), false, true);
                List<LineOutcome> outcomes = List.of(
                        new LineOutcome(refusal.isPresent() ? Optional.empty() : Optional.of(receipt), refusal));
                return stage.transactions.asPoster(unit -> {
                    checkpoint.write(unit, outcomes);
                    if (refusal.isEmpty()) {
                        posted.addAll(lines);
                    }
                    return outcomes;
                });
            }
        };
    }
}
