package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.outbox.api.SetAsideMessages.SetAside;
import eu.kontor.outbox.api.SetAsideMessages.Why;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A database in which a purchase was posted with a reference that PostgreSQL keeps nowhere: until then nobody had refused it. */
class APurchaseThatCouldNeverBeFiledTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final Caller OPERATOR = Caller.system("test");

    private final TillStage stage = new TillStage();
    private final TenantId cafe = stage.tenant("poisoned-cafe-" + System.nanoTime());
    private final CardNumber card = stage.member(cafe);

    /** As the writer of before wrote it, tried for days. */
    private PostingId poisoned() throws SQLException {
        PostingId posted = answer(stage.checkout().purchase(machine(cafe), purchase("poisoned", card, "1.00")))
                .id();
        execute(
                "update coalition.outbox set payload = regexp_replace(payload, '\"r\":\"[^\"]*\"', '\"r\":\"a\\u0000b\"'),"
                        + " attempts = 20, due_at = now() + interval '5 minutes' where tenant_id = " + cafe.value());
        assertThat(ask("select payload from coalition.outbox where tenant_id = " + cafe.value()))
                .contains("a\\u0000b");
        return posted;
    }

    @Test
    void is_filed_after_the_migration_with_a_mark_in_the_place_of_what_cannot_be_kept() throws Exception {
        PostingId first = poisoned();
        PostingId later = answer(stage.checkout().purchase(machine(cafe), purchase("later", card, "2.00")))
                .id();
        stage.deliverMessages();
        assertThat(filed()).isEqualTo("0");

        execute(takeover());
        stage.deliverMessages();

        assertThat(filed()).isEqualTo("2");
        assertThat(ask("select reference from " + schema() + ".purchase where number = " + number(first)))
                .isEqualTo("a\ufffdb");
        assertThat(stage.visits.get(machine(cafe), later)).isPresent();
        assertThat(waiting()).isEqualTo("0");
    }

    @Test
    void keeps_a_backslash_that_was_typed() throws Exception {
        execute(
                "insert into coalition.outbox (tenant_id, message_key, topic, reference, payload, attempts, due_at) values ("
                        + cafe.value()
                        + ", '1', 'nobody-handles-it', 1, '{\"r\":\"\\\\u0000 \\u0000\\u0000\"}', 5, now())");
        execute(takeover());

        assertThat(ask("select payload from coalition.outbox where topic = 'nobody-handles-it' and tenant_id = "
                        + cafe.value()))
                .isEqualTo("{\"r\":\"\\\\u0000 \\ufffd\\ufffd\"}");
    }

    @Test
    void is_set_aside_where_nothing_mended_it_and_the_members_later_purchases_are_filed() throws Exception {
        poisoned();
        answer(stage.checkout().purchase(machine(cafe), purchase("later", card, "2.00")));
        execute("update coalition.outbox set attempts = 11, due_at = now() where attempts is not null and tenant_id = "
                + cafe.value());
        stage.deliverMessages();

        assertThat(filed()).isEqualTo("1");
        SetAside aside = stage.setAside().list(OPERATOR, Optional.empty(), 200).rows().stream()
                .filter(message -> message.tenant().equals(cafe))
                .findFirst()
                .orElseThrow();
        assertThat(aside.why()).isEqualTo(Why.NOT_STORABLE);
        assertThat(aside.detail()).contains("\\u0000 cannot be converted to text");
        assertThat(aside.member()).contains(stage.memberOf(cafe, card));

        stage.setAside().tryAgain(OPERATOR, aside.id());
        stage.deliverMessages();
        stage.setAside().close(OPERATOR, aside.id(), "the till keeps it");
        assertThat(waiting()).isEqualTo("0");
        answer(stage.checkout().purchase(machine(cafe), purchase("last", card, "3.00")));
        stage.deliverMessages();
        assertThat(filed()).isEqualTo("2");
    }

    @Test
    void is_not_taken_any_more() {
        Purchase good = purchase("poisoned", card, "1.00");
        Purchase poison = new Purchase(
                good.requestKey(),
                good.card(),
                good.outlet(),
                good.amount(),
                good.currency(),
                List.of(),
                good.businessDate(),
                Optional.empty(),
                "a\0b");
        assertThatThrownBy(() -> answer(stage.checkout().purchase(machine(cafe), poison)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_CHARACTER_FORBIDDEN);
                    assertThat(refusal.details()).containsEntry("field", "reference");
                });
    }

    private String filed() throws SQLException {
        return ask("select count(*) from " + schema() + ".purchase");
    }

    private String waiting() throws SQLException {
        return ask("select count(*) from coalition.outbox where tenant_id = " + cafe.value());
    }

    private String schema() throws SQLException {
        return ask("select role_name from coalition.tenant where tenant_id = " + cafe.value());
    }

    private static long number(PostingId posting) {
        return posting.number();
    }

    /** What the migration does with what waits already. */
    private static String takeover() throws IOException {
        try (InputStream file = APurchaseThatCouldNeverBeFiledTest.class.getResourceAsStream(
                "/db/coalition/V155__a_message_that_fails_for_good_is_set_aside.sql")) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return script.substring(script.indexOf("update coalition.outbox"));
        }
    }

    private static void execute(String command) throws SQLException {
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }
}
