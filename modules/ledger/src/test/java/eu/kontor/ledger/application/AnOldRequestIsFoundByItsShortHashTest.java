package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.ledger.domain.RequestMark;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The migrations compute hashes and fingerprints of requests that were answered before them as the ledger does for their retries. */
class AnOldRequestIsFoundByItsShortHashTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final String TABLE_UNTIL_THEN = "V034__request_keys_are_remembered";
    private static final String SHORT_HASH = "V076__a_request_is_found_by_a_short_hash";
    private static final String KNOWN_FOR_THE_TENANT = "V115__a_key_and_a_ticket_are_known_for_the_tenant";
    private static final String ANSWERED_THEN =
            """
            insert into coalition.request (member_id, posting_id, points, available_after, posted_at, tenant_id, act, key_hash, digest)
            values (?, ?, 5, 5, now(), ?, 'E', ?, ?)""";
    private static final String FILED_THEN =
            """
            create schema if not exists t_hotel;
            create table t_hotel.purchase (number bigint, member_id bigint, outlet_id integer, business_date date, reference text);
            insert into t_hotel.purchase
            select posting_id, member_id, 7, date '2026-03-15', 'A-1' from coalition.request where posting_id = 77""";
    private static final String ANSWERED =
            """
            select member_id, key_hash, fingerprint, tenant_id, posting_id, points, refusal, keyed, ticket
              from coalition.request
             order by posting_id""";
    private static final TenantId HOTEL = DATABASE.tenant("hotel");

    private final RequestKey key = new RequestKey(
            newKey().key(),
            Digest.of("a purchase"),
            Optional.of(new Ticket(TODAY, "sale\n7\n" + TODAY + "\nA-1", Digest.of("its card and amount"))));
    private final Posting purchase = earning(key, newMember(), HOTEL, TODAY, TWO_YEARS, 5);
    private final Posting onTheWrongCard = earning(key, newMember(), HOTEL, TODAY, TWO_YEARS, 5);

    @Test
    void with_its_answer() throws Exception {
        try (Connection superuser = DATABASE.superuser()) {
            superuser.setAutoCommit(false);
            execute(superuser, "drop table coalition.request");
            execute(superuser, script(TABLE_UNTIL_THEN));
            answerThen(superuser, purchase, 77);
            answerThen(superuser, onTheWrongCard, 78);
            execute(superuser, script(SHORT_HASH));
            execute(superuser, FILED_THEN);
            execute(superuser, script(KNOWN_FOR_THE_TENANT));

            RequestMark mark = RequestMark.of(purchase);
            try (ResultSet row = superuser.createStatement().executeQuery(ANSWERED)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(purchase.member().value());
                assertThat(row.getLong(2)).isEqualTo(mark.keyHash());
                assertThat(row.getLong(3)).isEqualTo(mark.keyedFingerprint());
                assertThat(row.getInt(4)).isEqualTo(purchase.tenant().value());
                assertThat(row.getLong(5)).isEqualTo(77);
                assertThat(row.getLong(6)).isEqualTo(5);
                assertThat(row.getString(7)).isEmpty();
                assertThat(row.getBoolean(8))
                        .as("its key is in its fingerprint")
                        .isTrue();
                assertThat(row.getLong(9))
                        .as("filed as ticket")
                        .isEqualTo(mark.ticket(0).orElseThrow());
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(5)).isEqualTo(78);
                assertThat(row.getLong(2)).as("the key is the first card's").isNotEqualTo(mark.keyHash());
                assertThat(row.next()).isFalse();
            }
            superuser.rollback();
        }
    }

    private static void answerThen(Connection superuser, Posting purchase, long number) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(ANSWERED_THEN)) {
            statement.setLong(1, purchase.member().value());
            statement.setLong(2, number);
            statement.setInt(3, purchase.tenant().value());
            statement.setBytes(4, Digest.of(purchase.request().key()));
            statement.setBytes(5, purchase.request().digest());
            statement.executeUpdate();
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        superuser.createStatement().execute(sql);
    }

    private static String script(String name) throws IOException {
        try (InputStream file =
                AnOldRequestIsFoundByItsShortHashTest.class.getResourceAsStream("/db/coalition/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
