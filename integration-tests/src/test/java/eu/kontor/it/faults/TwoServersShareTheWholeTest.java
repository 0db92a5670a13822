package eu.kontor.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.faults.Cafe.Answer;
import eu.kontor.it.faults.Cafe.Purchase;
import eu.kontor.it.whole.Await;
import eu.kontor.launcher.LibertyServer;
import eu.kontor.launcher.LocalSystem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two whole servers on one database: tills send to both, then the one that has the leases is killed. */
class TwoServersShareTheWholeTest {

    private static final int GUESTS = 12;

    private static final Duration TAKEN_OVER_WITHIN = Duration.ofMinutes(1);
    private static final Duration RELAYED_WITHIN = Duration.ofMinutes(1);

    /** Both take what they may at their start; two kinds of rounds are asked for minutes later, and are not waited for here. */
    private static final String WORK_FROM_THE_START =
            """
            select name from coalition.lease
             where name not in ('Telling members what will expire', 'The daily verification of the ledger')
             order by name""";

    private static final String TAKEN_OVER =
            """
            select count(*)
              from coalition.lease
             where name = any (?) and holder <> ? and until > clock_timestamp()""";

    private static final String FILED =
            "select count(*), count(distinct reference) from t_forno_grao.purchase where reference = any (?)";

    private final Cafe here = new Cafe();
    private final LocalSystem system = here.whole().system();
    private LibertyServer second;

    @BeforeEach
    void start_another_one() {
        second = system.startSecondServer();
    }

    @AfterEach
    void leave_one() {
        second.stop();
        system.restartServer();
    }

    @Test
    void post_once_what_both_are_told_and_one_takes_over_within_a_minute_when_the_other_is_killed() throws Exception {
        Cafe there = new Cafe(second.address());
        List<String> guests = here.guests(GUESTS);
        long before = here.available(guests.getFirst());
        List<Purchase> toBoth = guests.stream().map(here::purchase).toList();
        List<Purchase> toTheKilled = guests.stream().map(here::purchase).toList();
        List<String> work = texts(WORK_FROM_THE_START);
        String holder = texts("select distinct holder from coalition.lease").getFirst();
        assertThat(work).contains("Relay of messages", "Sealing of what was posted", "Housekeeping of the ledger");

        List<CompletableFuture<Answer>> twice = toBoth.stream()
                .flatMap(purchase -> Stream.of(here.send(purchase), there.send(purchase)))
                .toList();
        List<Answer> both = twice.stream().map(CompletableFuture::join).toList();
        assertThat(both).allMatch(Answer::isPosted);
        assertThat(both.stream().filter(answer -> !answer.isReplayed())).hasSize(GUESTS);

        List<CompletableFuture<Answer>> first =
                toTheKilled.stream().map(here::send).toList();
        system.killServer();
        long killed = System.nanoTime();
        List<Answer> heard = first.stream().map(CompletableFuture::join).toList();
        List<Answer> again = toTheKilled.stream().map(there::send).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(again).allMatch(Answer::isPosted);
        for (int i = 0; i < heard.size(); i++) {
            if (heard.get(i).isPosted()) {
                assertThat(again.get(i).receipt()).isEqualTo(heard.get(i).receipt());
            }
        }
        assertThat(guests)
                .allSatisfy(guest -> assertThat(there.available(guest)).isEqualTo(3 * before));

        Await.until(
                "the other server to do the rounds of the killed one",
                TAKEN_OVER_WITHIN.minusNanos(System.nanoTime() - killed),
                () -> takenOver(work, holder) == work.size());
        Await.until("every message to be delivered", RELAYED_WITHIN, () -> texts(
                        "select 1::text from coalition.outbox limit 1")
                .isEmpty());
        List<String> references = Stream.concat(toBoth.stream(), toTheKilled.stream())
                .map(Purchase::key)
                .toList();
        assertThat(filed(references)).as("filed, and different ones").containsExactly(2 * GUESTS, 2 * GUESTS);
    }

    private List<String> texts(String query) throws SQLException {
        try (Connection superuser = system.database().connect("kontor");
                PreparedStatement statement = superuser.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    private int takenOver(List<String> work, String from) throws SQLException {
        try (Connection superuser = system.database().connect("kontor");
                PreparedStatement statement = superuser.prepareStatement(TAKEN_OVER)) {
            statement.setArray(1, superuser.createArrayOf("text", work.toArray()));
            statement.setString(2, from);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private List<Integer> filed(List<String> references) throws SQLException {
        try (Connection superuser = system.database().connect("kontor");
                PreparedStatement statement = superuser.prepareStatement(FILED)) {
            statement.setArray(1, superuser.createArrayOf("text", references.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return List.of(row.getInt(1), row.getInt(2));
            }
        }
    }
}
