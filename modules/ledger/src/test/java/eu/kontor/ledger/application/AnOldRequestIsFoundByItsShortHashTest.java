package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.earning;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.domain.RequestMark;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The migration computes hash and fingerprint of requests that were answered before it as the ledger does for their retries. */
class AnOldRequestIsFoundByItsShortHashTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final String TABLE_UNTIL_THEN = "V034__request_keys_are_remembered";
    private static final String MIGRATION = "V076__a_request_is_found_by_a_short_hash";
    private static final String ANSWERED_THEN =
            """
            insert into coalition.request (member_id, posting_id, points, available_after, posted_at, tenant_id, act, key_hash, digest)
            values (?, 77, 5, 5, now(), ?, 'E', ?, ?)""";
    private static final String ANSWERED =
            "select member_id, key_hash, fingerprint, tenant_id, posting_id, points, refusal from coalition.request";

    private final Posting purchase = earning(newMember(), new TenantId(70_007), 5);

    @Test
    void with_its_answer() throws Exception {
        try (Connection superuser = DATABASE.superuser()) {
            superuser.setAutoCommit(false);
            execute(superuser, "drop table coalition.request");
            execute(superuser, script(TABLE_UNTIL_THEN));
            answerThen(superuser);
            execute(superuser, script(MIGRATION));

            RequestMark mark = RequestMark.of(purchase);
            try (ResultSet row = superuser.createStatement().executeQuery(ANSWERED)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(mark.id().member());
                assertThat(row.getLong(2)).isEqualTo(mark.id().keyHash());
                assertThat(row.getBytes(3)).isEqualTo(mark.fingerprint());
                assertThat(row.getInt(4)).isEqualTo(purchase.tenant().value());
                assertThat(row.getLong(5)).isEqualTo(77);
                assertThat(row.getLong(6)).isEqualTo(5);
                assertThat(row.getString(7)).isEmpty();
                assertThat(row.next()).isFalse();
            }
            superuser.rollback();
        }
    }

    private void answerThen(Connection superuser) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(ANSWERED_THEN)) {
            statement.setLong(1, purchase.member().value());
            statement.setInt(2, purchase.tenant().value());
            statement.setBytes(3, Digest.of(purchase.request().key()));
            statement.setBytes(4, purchase.request().digest());
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
